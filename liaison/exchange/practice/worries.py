"""Worries, of the school or of the family, in plain and fair words."""

from __future__ import annotations

from liaison.exchange.practice.topics import Topic
from liaison.model.contact import About
from liaison.model.follow_up import Side

WORRIES = (
    Topic(
        about=About.CONCERN,
        purposes=("attendance",),
        weight=7,
        facts=(
            "{child} has missed four Mondays this half-term. Asked how we can help.",
            "{child} was not in and we had not heard. {He} is at home.",
            "{child} finds it hard to come in after a weekend.",
            "Looked at the attendance sheet together, month by month.",
            "{child} came in at ten with {adult} and settled after a drink of water.",
        ),
        words=(
            "Sundays are the worst. {He} does not sleep.",
            "I get {him} to the gate and then {he} stops.",
            "I am doing my best.",
            "Nobody asked {him} why until now.",
        ),
        views=(
            "Mondays are the pattern; ask what Mondays hold.",
            "{adult} wants this solved as much as we do.",
            "A quiet way in and a named adult would be my first try.",
        ),
        agreed=(
            "{child} comes to the quiet entrance, {teacher} meets {him} there.",
            "We ring by nine; {adult} picks up.",
        ),
        promises=(
            (Side.SCHOOL, "Check the first week of the quiet entrance"),
            (Side.SCHOOL, "Ring {adult} on Monday morning"),
        ),
    ),
    Topic(
        about=About.CONCERN,
        purposes=("friendship",),
        weight=6,
        facts=(
            "{child} has been on {his} own at playtime this week.",
            "{adult} is worried about a falling-out between {child} and a friend.",
            "{child} told {adult} that nobody picks {him} for teams.",
            "Asked the lunchtime staff to look out for {child}.",
            "Unkind words on the way home; both classes will be spoken to.",
        ),
        words=(
            "{He} used to talk about {his} friends all the time.",
            "I do not want to make it worse.",
            "{He} says it is fine, but it is not.",
            "I only want {him} to have one good friend.",
        ),
        views=(
            "Lunch is long without a plan; a club on two days would help.",
            "One friend in a small group first, then more.",
            "{child} says little; drawing it may be easier.",
        ),
        agreed=("Lunch club on Tuesdays and Thursdays for three weeks.",),
        promises=(
            (Side.SCHOOL, "Tell {adult} how lunch club went"),
            (Side.SCHOOL, "See {child} at lunch"),
        ),
    ),
    Topic(
        about=About.CONCERN,
        purposes=("behaviour",),
        weight=5,
        facts=(
            "{child} found the afternoon hard and left the room twice.",
            "Told {adult} before {she} heard it elsewhere: a quarrel in PE, both are fine.",
            "{child} threw a pencil case and put it right afterwards.",
            "Third difficult afternoon; mornings are good.",
            "Talked about what happens before {child} gets cross.",
        ),
        words=(
            "{He} is tired by two o'clock.",
            "We have the same at home, just after school.",
            "What was it about? {He} would not say.",
            "Thank you for telling me first.",
        ),
        views=(
            "Afternoons, after lunch: hungry or tired comes first to mind.",
            "A break before two would cost little.",
            "Home sees the same; that helps us plan.",
        ),
        agreed=("A break at half past one, every day.", "We ring on Friday, good or bad."),
        promises=((Side.SCHOOL, "Ring {adult} on Friday about the week"),),
    ),
    Topic(
        about=About.CONCERN,
        purposes=("learning",),
        weight=5,
        facts=(
            "{child} is finding fractions hard and has started to hide {his} book.",
            "{adult} asked whether {child} is behind; looked at the book together.",
            "Homework takes an hour and ends in tears, says {adult}.",
            "{teacher} would like to try a small group for writing.",
            "{child} does not ask for help; {he} waits.",
        ),
        words=(
            "I cannot help {him} with it, I was never any good.",
            "An hour for one page is too long.",
            "{He} thinks {he} is the only one.",
            "Why did nobody say before?",
        ),
        views=(
            "{adult} feels it as {her} own failure, and it is not.",
            "Ten minutes and stop would mend most of it.",
            "Worth a closer look by the SENCO.",
        ),
        agreed=("Homework stops after ten minutes, done or not.",),
        promises=((Side.SCHOOL, "Ask Mrs Hall to look at {child}'s writing"),),
    ),
    Topic(
        about=About.CONCERN,
        purposes=("transition",),
        weight=4,
        facts=(
            "{child} is worried about the new class and asks about it at bedtime.",
            "Talked about the move: the building, the noise, who will be there.",
            "{adult} does not know whom to ask at the new place.",
            "{child} walked round the new classroom with me and asked nine questions.",
            "Still worried about the journey. Looked at the map together.",
        ),
        words=(
            "Who will {he} sit with?",
            "It is such a big building.",
            "{He} is still worried about the bus.",
            "I worry more than {he} does, I think.",
        ),
        views=(
            "Seeing it twice, when it is quiet, would help more than talking.",
            "The worry is about people, not about the work.",
            "{adult}'s own worry comes through; a visit for both.",
        ),
        agreed=("A second visit when it is quiet.", "A photo book to look at together."),
        promises=((Side.SCHOOL, "Ask Mrs Hall for the transition plan"),),
    ),
    Topic(
        about=About.CONCERN,
        purposes=("parent_concern",),
        weight=4,
        facts=(
            "{adult} was upset about the seating plan; listened first.",
            "{adult} feels that we only ring when something is wrong.",
            "{adult} had not been told about the change of teacher. Said sorry.",
            "Question about a lost coat turned into how the year has been.",
            "{adult} wants to know why the trip was cancelled.",
        ),
        words=(
            "Nobody tells us anything.",
            "I had to hear it from another parent.",
            "I just want somebody to listen.",
            "It is not the first time.",
        ),
        views=(
            "{She} is right about the letter: it went out late.",
            "What {she} asked for is small, and we can do it.",
            "School has not always felt safe to {her}; go gently.",
        ),
        agreed=("I ring on Thursday with an answer, either way.",),
        promises=(
            (Side.SCHOOL, "Ring {adult} back with an answer"),
            (Side.SCHOOL, "Tell {teacher}"),
        ),
    ),
    Topic(
        about=About.CONCERN,
        purposes=("wellbeing",),
        weight=5,
        facts=(
            "{child} has been quiet for two weeks; asked how things are at home.",
            "{child} was tearful after lunch and could not say why.",
            "{child} asked to stay in at playtime every day this week.",
            "{adult} says bedtimes have slipped since the clocks changed.",
            "{child} misses {his} grandmother, who has moved away.",
        ),
        words=(
            "{He} goes straight to {his} room.",
            "It has been a lot for all of us.",
            "{He} says {his} tummy hurts every morning.",
            "I am glad you saw it too.",
        ),
        views=(
            "Something has changed; time with {his} key adult each day.",
            "No hurry to put a name to it. Watch and be kind.",
            "Ten minutes with one adult at the start of the day.",
        ),
        agreed=("{child} starts the day with {his} key adult.",),
        promises=((Side.SCHOOL, "Ask {adult} how {child} is sleeping"),),
    ),
    Topic(
        about=About.CONCERN,
        purposes=("punctuality",),
        weight=4,
        facts=(
            "{child} has been late six times in three weeks.",
            "Late again; {child} does not like to walk in when all are seated.",
            "Two schools, one car: {adult} cannot be in both places.",
            "Asked what would make mornings easier.",
            "The lift fell through; {child} walked and was wet.",
        ),
        words=(
            "I cannot be at two gates at once.",
            "The walking bus would help, if there is still room.",
            "{He} hates coming in late more than you do.",
            "It is ten minutes. It is always the same ten minutes.",
        ),
        views=(
            "A question of two gates, not of trying.",
            "Breakfast club for a month would settle it.",
            "Walking in late is worse for {child} than the lost minutes.",
        ),
        agreed=("Breakfast club for four weeks, then we look again.",),
        promises=(
            (Side.SCHOOL, "Agree the late slot with the office"),
            (Side.FAMILY, "Try the walking bus for a week"),
        ),
    ),
    Topic(
        about=About.CONCERN,
        purposes=("housing", "signposting"),
        weight=2,
        facts=(
            "The family may have to move; {adult} does not yet know where.",
            "Two buses now that they have moved. Looked at times together.",
            "{adult} is waiting to hear about the flat.",
            "Boxes everywhere, says {adult}; the book bag is in one of them.",
            "Asked what {child} needs in school while they move.",
        ),
        words=(
            "I do not want {him} to change school.",
            "It is only for a while, we hope.",
            "We are managing.",
            "The travel is the hard part.",
        ),
        views=(
            "School is what stays the same for {child}; keep it so.",
            "Help with travel first, everything else later.",
            "A spare set of things in school would help.",
        ),
        agreed=("A spare book bag stays in school.",),
        promises=(
            (Side.AGENCY, "Answer about the travel pass"),
            (Side.SCHOOL, "Put a spare bag in class"),
        ),
    ),
)
