"""Everyday business between home and school."""

from __future__ import annotations

from liaison.exchange.practice.topics import Topic
from liaison.model.contact import About
from liaison.model.follow_up import Side

EVERYDAY = (
    Topic(
        about=About.NEUTRAL,
        purposes=("forms",),
        weight=7,
        facts=(
            "The trip form is still to come; {adult} will send it with {child}.",
            "Went through the consent form together, page by page.",
            "Form filled in together: {adult} answered, I wrote.",
            "New emergency number taken down and passed to the office.",
            "{adult} brought the signed photo form.",
        ),
        words=(
            "It is in a bag somewhere.",
            "I was not sure what box three meant.",
            "Could you not just send it by text?",
            "I thought I had already signed that one.",
        ),
        views=(
            "Shorter forms, or filling them in together, would save time.",
            "The form is the difficulty, not the trip.",
            "A text the day before works better than paper.",
        ),
        agreed=("{adult} sends the form by Friday.", "We fill it in together at drop-off."),
        promises=(
            (Side.FAMILY, "Send back {child}'s trip form"),
            (Side.SCHOOL, "Put a spare trip form in {child}'s bag"),
        ),
    ),
    Topic(
        about=About.NEUTRAL,
        purposes=("uniform",),
        weight=5,
        facts=(
            "Told {adult} the times of the uniform shop.",
            "{child} needs PE shoes one size up; there is a pair in the swap box.",
            "Uniform swap is on Thursday after school; {adult} will come.",
            "Jumper found in lost property and given back.",
            "Order for a book bag passed to the office.",
        ),
        words=(
            "{He} grows out of them in a week.",
            "The swap box is a good idea.",
            "I have two that fit nobody, I will bring them.",
            "Do they have to be black?",
        ),
        views=(
            "Happy to use the swap box, and to give to it.",
            "Labels in jumpers would help us all.",
            "Worth telling more families about the swap.",
        ),
        agreed=("The shoes are put by until Thursday.",),
        promises=((Side.SCHOOL, "Text {adult} the uniform shop times"),),
    ),
    Topic(
        about=About.NEUTRAL,
        purposes=("event_invitation",),
        weight=6,
        facts=(
            "Invited the family to the reading morning next week.",
            "{adult} will come to parents' evening at the early time.",
            "Taster day explained: where to go, what to bring, when it ends.",
            "Told {adult} about the coffee morning and who else is coming.",
            "Parents' evening moved to the late slot, as asked.",
        ),
        words=(
            "Can I bring the little one?",
            "After six would be better for me.",
            "Is it in the big hall again?",
            "I will come if I can swap my shift.",
        ),
        views=(
            "A named person at the door makes it more likely that {she} comes.",
            "Early or late times suit best here.",
            "Will come if reminded by text the day before.",
        ),
        agreed=("We send a text the day before.", "A seat near the door is kept."),
        promises=(
            (Side.SCHOOL, "Send the taster-day letter"),
            (Side.SCHOOL, "Remind {adult} of the meeting"),
        ),
    ),
    Topic(
        about=About.NEUTRAL,
        purposes=("food", "money"),
        facts=(
            "Dinner money: {adult} will settle it on pay day.",
            "Explained how to ask for free school meals; the office has the form.",
            "{child} changes to packed lunch from Monday.",
            "Told {adult} about breakfast club: from eight, with toast.",
            "Menu for next half-term sent home.",
        ),
        words=(
            "I did not know it could be paid in parts.",
            "{He} likes the Wednesday roast best.",
            "The app keeps asking me for a new password.",
            "Is breakfast club open to everybody?",
        ),
        views=(
            "Paying in parts takes the weight off.",
            "Better said in person than in a letter.",
            "The app is the snag, not the money.",
        ),
        agreed=("Paid in two parts, this month and next.",),
        promises=(
            (Side.SCHOOL, "Ring {adult} about dinner money"),
            (Side.SCHOOL, "Check how breakfast club went"),
        ),
    ),
    Topic(
        about=About.NEUTRAL,
        purposes=("health_appointment",),
        facts=(
            "{child} has an appointment on Tuesday morning and will be in by eleven.",
            "Letter for the eye test given to {adult}.",
            "{adult} says the dentist went well.",
            "The appointment has moved by a week; register told.",
            "School nurse drop-in explained; {adult} has the time.",
        ),
        words=(
            "{He} will want to be back for PE.",
            "They changed it again, I am sorry.",
            "We waited two hours but it is done.",
            "Do you need to see the letter?",
        ),
        views=(
            "{adult} always lets us know; tell the office so.",
            "No more needed from us.",
            "An afternoon time would cost less school, if they offer one.",
        ),
        agreed=("{child} is marked as at an appointment.",),
        promises=((Side.AGENCY, "Send the new appointment date"),),
    ),
    Topic(
        about=About.NEUTRAL,
        purposes=("learning",),
        weight=5,
        facts=(
            "Showed {adult} how the homework page works on a phone.",
            "Spelling list explained; two words a night is plenty.",
            "{adult} asked what {child} is learning; sent the half-term sheet.",
            "Lent a times-table game for the weekend.",
            "Homework club has a place on Wednesdays.",
        ),
        words=(
            "They do it differently now.",
            "We do it at the table while I cook.",
            "I do not want to teach it the wrong way.",
            "Ten minutes is about what we can manage.",
        ),
        views=(
            "Short and regular will work here; long pages will not.",
            "{adult} would enjoy the maths morning.",
            "Wants to help and would like to be shown how.",
        ),
        agreed=("Ten minutes a night, no more.", "{child} tries homework club for three weeks."),
        promises=((Side.SCHOOL, "Ask {teacher} for the next spelling list"),),
    ),
    Topic(
        about=About.NEUTRAL,
        purposes=("hello",),
        weight=5,
        facts=(
            "Said hello; nothing to add.",
            "Introduced myself and gave {adult} my number.",
            "Short chat about the holidays.",
            "{adult} asked who to ring about clubs; told {her}.",
            "Heard about the new baby.",
            "Talked about the weather and the new crossing.",
        ),
        words=(
            "So you are the one who rings.",
            "It is good to put a face to the name.",
            "We are all fine, thank you.",
            "See you on Monday.",
        ),
        views=(
            "Easy to talk to at the gate; less so by phone.",
            "Mornings are better than afternoons.",
            "A first name is fine with {her}.",
        ),
        agreed=("{adult} rings me first if anything comes up.",),
        promises=((Side.SCHOOL, "Look out for {adult} at the gate"),),
    ),
    Topic(
        about=About.NEUTRAL,
        purposes=("attendance", "punctuality"),
        weight=5,
        facts=(
            "{adult} let us know: {child} has a cold and will be back tomorrow.",
            "{child} was late by ten minutes; the bus did not come.",
            "Answered a question about leave in term time.",
            "Gate times explained once more: from 8:40 to 8:50.",
            "{child} is back after two days and caught up at lunch.",
        ),
        words=(
            "I knew you would ring, so I rang first.",
            "The bus just drove past us.",
            "{He} wanted to come in anyway.",
            "It is the shoes. It is always the shoes.",
        ),
        views=(
            "{adult} always rings in before nine.",
            "Ten minutes earlier would take the rush out of it.",
            "Nothing to worry about.",
        ),
        agreed=("{adult} texts before half past eight.",),
        promises=((Side.SCHOOL, "Ask {adult} how the new bus time works"),),
    ),
    Topic(
        about=About.NEUTRAL,
        purposes=("send", "learning"),
        weight=3,
        facts=(
            "Date for the review sent; {adult} can come.",
            "Went through the support plan and changed one line.",
            "Asked {adult} for {her} part of the one-page profile.",
            "{adult} would like the notes on one page, large print.",
            "Met with the SENCO as planned; notes go home on Friday.",
        ),
        words=(
            "Put down that {he} is funny. People forget that.",
            "The small group is what {he} likes best.",
            "Can we say it in normal words?",
            "I agree with most of it.",
        ),
        views=(
            "Knows {child} best; the plan should sound like {her}.",
            "One page is enough for everybody.",
            "The review works better with the class teacher there.",
        ),
        agreed=("Notes home by Friday, one page.",),
        promises=(
            (Side.SCHOOL, "Send home the review notes"),
            (Side.AGENCY, "Send the visit report"),
        ),
    ),
    Topic(
        about=About.NEUTRAL,
        purposes=("signposting",),
        weight=3,
        facts=(
            "Told {adult} about the holiday club and its prices.",
            "Library card form given; the summer reading starts soon.",
            "Gave {adult} the number of the family hub.",
            "Explained where to ask about a bus pass.",
            "Sent the list of local toddler groups.",
        ),
        words=(
            "I did not know that was free.",
            "Is it within walking distance?",
            "My neighbour goes there and likes it.",
            "I will ring them tomorrow.",
        ),
        views=(
            "Will use it if somebody goes along the first time.",
            "Prefers to ring for {her}self; only needs the number.",
            "Ask again in two weeks how it went.",
        ),
        agreed=("{adult} rings them this week.",),
        promises=((Side.FAMILY, "Ring the holiday club"), (Side.AGENCY, "Send the bus pass")),
    ),
)
