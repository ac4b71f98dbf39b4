"""What is said first at each kind of meeting, and words that help, until a school has its own."""

from __future__ import annotations

from collections.abc import Mapping

TOGETHER = "Thank you for coming. We are here to work this out together."
UNDERSTOOD = "Tell me if I have understood you."
TRIED = "What have you tried that helped, even a little?"

OPENINGS: Mapping[str, str] = {
    "structured": "Thank you for coming. You know your child best, so please begin.",
    "taf": "Thank you for coming. We are here to work this out together, and the family speaks "
    "first.",
    "taf_review": "Thank you for coming. We look together at what we said last time, and the "
    "family speaks first.",
    "contract": "Thank you for coming. We are here to work this out together. Nobody has to sign.",
    "reintegration": "Welcome back. We are glad you are here, and we make a good start together.",
    "return_review": "Thank you for coming. We are glad you are back, and we look together at how "
    "it is going.",
    "ebsa": "Thank you for coming. Nobody is to blame. We work this out together, in small steps.",
    "informal": "Thank you for telling us. Please tell me all of it before I say anything.",
    "drop_in": "It is good to see you. Talk to us about whatever you like.",
    "professionals": "The family knows that we meet. Let us say nothing here that we would not "
    "say to them.",
}
"""The opening line of a kind that has one of its own; the others begin with ``TOGETHER``."""

PHRASES: Mapping[str, tuple[str, ...]] = {
    "honest": (
        "We are here to work this out together.",
        "How do you see it?",
        TRIED,
        UNDERSTOOD,
    ),
    "structured": (
        "What is your child good at, and what do they love doing?",
        "What do you hope for, this year and later?",
        "Which three things matter most to you?",
        "How do you like to hear from us?",
    ),
    "taf": (
        "What would make the biggest difference at home?",
        "Who helps already, and what do they do?",
        "Is there anything that should not be passed on?",
        UNDERSTOOD,
    ),
    "taf_review": (
        "What has been better since last time, even a little?",
        "What did we say and not do?",
        "Does the plan still fit?",
        "Is there still a need for all of us?",
    ),
    "apdr": (
        "What does your child say about the help?",
        "What helped most, and what did not?",
        "What would you like to see by next time?",
        UNDERSTOOD,
    ),
    "attendance": (
        "What would a good morning look like?",
        "Which days are hardest, and what is different on the others?",
        TRIED,
        UNDERSTOOD,
    ),
    "contract": (
        "Nobody has to sign this.",
        "What can we do that would help most?",
        "Is there anything here that you cannot promise?",
        UNDERSTOOD,
    ),
    "reintegration": (
        "What would help if it gets hard again?",
        "Whom would you go to?",
        "What may we tell your class, and what not?",
        "What do you need in the first week?",
    ),
    "return_review": (
        "What has gone well since you came back?",
        "When was it hard, and who helped?",
        "Does what we agreed still fit?",
        "What do you need from here on?",
    ),
    "transition": (
        "What are you looking forward to?",
        "What worries you most about the move?",
        "What should the new school know, and what not?",
        "What helped at the last move?",
    ),
    "ebsa": (
        "We know that this is not a choice.",
        "When was the last day that went a little better?",
        "What is the smallest next step?",
        "What would you like us to stop doing?",
    ),
    "ehcp": (
        "What has gone well with this help?",
        "What would your child like to happen next?",
        "What in the plan no longer fits?",
        UNDERSTOOD,
    ),
    "pep": (
        "What are you proud of this term?",
        "What would help you learn?",
        "Who should know about this plan?",
        UNDERSTOOD,
    ),
    "informal": (
        "What would put it right for you?",
        "This is what happens next, and by when.",
        "You can take this further, and I will tell you how.",
        UNDERSTOOD,
    ),
    "drop_in": (
        "How are things?",
        "What would you like to hear more about?",
        "What would make it easier to come?",
    ),
    "professionals": (
        "What would the family say if they were here?",
        "What do we know, and what do we only think?",
        "Who tells the family what we said, and when?",
    ),
}
"""Words that help at a kind of meeting; any other kind has those of an honest conversation."""


def opening_of(kind: str) -> str:
    """What is said first at this kind of meeting."""
    return OPENINGS.get(kind, TOGETHER)


def phrases_of(kind: str) -> tuple[str, ...]:
    """Words that help at this kind of meeting."""
    return PHRASES.get(kind, PHRASES["honest"])
