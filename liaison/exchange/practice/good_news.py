"""Good news, as it is told at the gate and by phone."""

from __future__ import annotations

from liaison.exchange.practice.topics import Topic
from liaison.model.contact import About
from liaison.model.follow_up import Side

GOOD_NEWS = (
    Topic(
        about=About.PRAISE,
        purposes=("good_news", "learning"),
        weight=8,
        facts=(
            "{child} has moved up a reading band.",
            "Told {adult} that {child} read a whole chapter aloud today.",
            "Thanked {her} for reading with {child} every night. It shows.",
            "{teacher} asked me to say how well {child} read in assembly.",
            "{child} chose {his} own library book and finished it in three days.",
            "Shared {child}'s reading record: five evenings out of five.",
        ),
        words=(
            "We read in the bath, that is our trick.",
            "That has made my day.",
            "{He} used to hide the book bag. Not any more.",
            "Can you put that in writing? I want it on the fridge.",
        ),
        views=(
            "Home reading is clearly working; worth telling the class teacher.",
            "{adult} lights up when we ring with good news.",
            "A good moment to ask for {her} help with the reading mornings.",
        ),
        agreed=("A note home each Friday {he} reads four times.", "Keep going as we are."),
        promises=((Side.SCHOOL, "Ask {teacher} for the next reading band"),),
    ),
    Topic(
        about=About.PRAISE,
        purposes=("good_news", "attendance"),
        weight=6,
        facts=(
            "{child} has been in every day this half-term.",
            "Said well done: a full week, and on time each day.",
            "{child} came in smiling and went straight to class.",
            "Attendance certificate sent home with {child}.",
            "{child} has not missed a morning since the new start time.",
        ),
        words=(
            "It has been a lot of alarm clocks.",
            "{He} was up before me on Tuesday.",
            "The walking bus has made the difference.",
            "I am glad somebody noticed.",
        ),
        views=(
            "The earlier bedtime seems to have made the difference.",
            "They have worked hard for this; keep noticing it.",
            "Ready for us to step back a little.",
        ),
        agreed=("We look again at the end of term.",),
        promises=((Side.SCHOOL, "Ring {adult} with good news about the mornings"),),
    ),
    Topic(
        about=About.PRAISE,
        purposes=("good_news", "friendship"),
        weight=6,
        facts=(
            "{child} sat with a new pupil at lunch all week.",
            "{child} sorted out a quarrel on the playground fairly and kindly.",
            "Told {adult} about the kind thing {child} did in PE.",
            "{child} was named kindness star in Friday's assembly.",
            "{child} helped a younger child who had lost a glove.",
        ),
        words=(
            "That is just like {him} at home.",
            "I will tell Nan, she will be so proud.",
            "You never hear about the nice things. Thank you.",
            "I nearly did not pick up, I thought it was trouble.",
        ),
        views=(
            "Being trusted with others suits {him}.",
            "{adult} still expects bad news when we ring. More calls like this.",
            "A good candidate for playground friend next term.",
        ),
        agreed=("{child} may try being a playground friend.",),
        promises=((Side.SCHOOL, "Put {child}'s name down for playground friends"),),
    ),
    Topic(
        about=About.PRAISE,
        purposes=("good_news", "learning"),
        weight=6,
        facts=(
            "{child} stuck with long division until it worked.",
            "{child}'s writing is on the wall by the hall.",
            "{child} explained {his} maths to the whole table.",
            "{child}'s science book is one to be proud of.",
            "{child} won the class times-table challenge.",
            "{teacher} is very pleased with {child}'s project on rivers.",
        ),
        words=(
            "I cannot do that maths myself.",
            "We did the volcano on the kitchen table. Never again.",
            "{He} has started showing me {his} work.",
            "Tell the teacher thank you from us.",
        ),
        views=(
            "{He} works best when {he} can show somebody.",
            "Confidence is growing, slowly and surely.",
            "Praise that names the thing goes a long way here.",
        ),
        agreed=("The book comes home for the weekend.",),
        promises=((Side.SCHOOL, "Copy {child}'s writing for the family"),),
    ),
    Topic(
        about=About.PRAISE,
        purposes=("good_news", "event_invitation"),
        facts=(
            "{adult} came to the class assembly and stayed for a cup of tea.",
            "The family came to the book fair together.",
            "{adult} helped on the cake stall for an hour.",
            "Good turn-out at the coffee morning; {adult} came for the first time.",
            "{child} sang in the choir and found {adult} in the third row.",
        ),
        words=(
            "It was nicer than I thought it would be.",
            "I did not know there would be other parents I knew.",
            "When is the next one?",
            "I never went to things like this when I was at school.",
        ),
        views=(
            "First time in the hall; worth a personal invitation to the next one.",
            "{adult} knows a lot of families and puts people at ease.",
            "Small events suit this family better than big ones.",
        ),
        agreed=("We send the date of the next coffee morning.",),
        promises=((Side.SCHOOL, "Send {adult} the coffee morning dates"),),
    ),
    Topic(
        about=About.PRAISE,
        purposes=("good_news", "behaviour"),
        facts=(
            "{child} asked for a break before {he} needed one, twice this week.",
            "A calm week: {child} used {his} quiet corner and came back to work.",
            "{child} put it right with a friend without being asked.",
            "{child} held the door for the whole of {his} class.",
            "Lunchtime staff say {child} has been a pleasure all week.",
        ),
        words=(
            "We use the same words at home now.",
            "That card has been a good thing.",
            "{He} told me {him}self before you rang.",
            "Finally a week without a phone call. Well, a nice one.",
        ),
        views=(
            "The plan works because home and school say the same thing.",
            "Time to let {child} run more of it {him}self.",
            "The quiet corner is helping; keep it after the move of rooms.",
        ),
        agreed=("The card stays until the end of term.",),
        promises=((Side.SCHOOL, "Tell {adult} how the card went this week"),),
    ),
    Topic(
        about=About.PRAISE,
        purposes=("good_news", "hello"),
        facts=(
            "{child} scored in the match and told everybody twice.",
            "{child} has learnt to swim a whole width.",
            "{child} has a part in the play and knows all of it already.",
            "First week at gardening club and {child} wants to go again.",
            "{child} was chosen for the school council.",
        ),
        words=(
            "We have heard nothing else all week.",
            "Is there a costume? Please say there is no costume.",
            "{He} is so much happier now.",
            "Thank you for putting {his} name down.",
        ),
        views=(
            "Having something of {his} own has lifted the whole week.",
            "The club is doing more than any chart did.",
            "A strength to put on the profile.",
        ),
        agreed=("The club place is kept for next term.",),
        promises=((Side.FAMILY, "Send in {child}'s swimming things on Thursday"),),
    ),
    Topic(
        about=About.PRAISE,
        purposes=("hello", "wellbeing"),
        facts=(
            "All well, and {child} is sleeping better.",
            "Just to say hello. {child} is settled and has a good group of friends.",
            "{adult} said thank you for last month.",
            "Only to say that {child} has had a lovely week.",
            "Both ends of the day are calm now.",
        ),
        words=(
            "We are in a good place just now.",
            "You were right about the bedtime.",
            "It helps to know who to ring.",
            "I said to my sister, ring the school, they are nice.",
        ),
        views=(
            "Things are steady; a good-news call each half-term is enough.",
            "{adult} would now ring us first. That is new.",
            "Warm and open. Keep it that way.",
        ),
        agreed=("No more needed for now.",),
        promises=((Side.SCHOOL, "Ring {adult} to say hello after the holiday"),),
    ),
)
