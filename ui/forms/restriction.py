"""The form for a restriction, which says while it is filled in what the restriction will do."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from liaison.casework.families import families_of, order_kinds
from liaison.casework.restrictions import is_chased, restrict
from liaison.model.family import Family
from liaison.model.fields import Entry
from liaison.model.restriction import Force, Restriction, What
from liaison.model.ruling import ENOUGH_FOR_SCHOOL, HELD_UNSEEN, Answer, answer_of
from liaison.model.words import and_list
from ui.editors.choosing import SeveralListed
from ui.editors.editor import Ground
from ui.editors.people import PeopleEditor, PersonEditor, person_bound
from ui.forms.entry_form import EntryForm
from ui.restriction_words import titled
from ui.widgets.banner import RestrictionBanner
from ui.widgets.notice import Notice

OF_FORCE = {
    Force.COURT: ("order_kind", "does_not_affect", "seen_on", "read_by", "held_where"),
    Force.SCHOOL: ("head", "serious_harm", "does_not_affect"),
    Force.WISH: ("asked_by",),
}
"""Fields that only some authorities have; the others belong to all of them."""


class RestrictionForm(EntryForm[Restriction]):
    """Whom it is about and what, on whose authority, and what then is asked for."""

    of: ClassVar[type[Entry]] = Restriction
    ahead: ClassVar[frozenset[str]] = frozenset({"review_on", "ends_on"})

    @classmethod
    def blank(cls, ground: Ground, subject: str) -> Restriction:
        adults = [each.id for each in ground.record.adults]
        return Restriction(
            family=ground.record.family.id,
            adult=subject if subject in adults else next(iter(adults), ""),
            what=What.CONTACT,
            force=Force.COURT,
            recorded_on=ground.today,
        )

    def arrange(self) -> None:
        record = self.ground.record
        adult = PersonEditor(person_bound("adult", self.tr("Adult")), record.adults, self.ground)
        children = PeopleEditor(self.bound("children"), record.children, self.ground)
        every = self.tr("Children (none ticked: all of them)")
        if self.started_with.version:
            self.line(self.field("adult", adult), "what")
        else:
            self.line(self.field("adult", adult))
            several = SeveralListed(self.bound("what"))
            self.line(self.field("what", several, label=self.tr("What (all that it says)")))
        self.line("force", "order_kind")
        self._follows = Notice()
        self.place(self._follows)
        self.line(self.field("children", children, label=every))
        self.line("words")
        self.line("does_not_affect")
        self.line("seen_on", "read_by")
        self.line("held_where", "chaser")
        self.line("head", "asked_by")
        self.line("serious_harm")
        self.line("starts_on", "ends_on")
        self.line("review_on")
        self._said = RestrictionBanner(compact=True, with_details=False)
        self.place(self._said)

    def show_entry(self, entry: Restriction) -> None:
        """Show it; of a new one nothing is ticked, for only what it says may be stopped."""
        super().show_entry(entry)
        if not entry.version:
            self.editors["what"].set_value(())
            self.live()

    def entry(self) -> Restriction:
        """The first of what is ticked; ``all_of_it`` are all of them."""
        found = super().entry()
        return found if self.started_with.version else replace(found, what=self._whats()[0])

    def all_of_it(self) -> list[Restriction]:
        """One for each thing it is about, as they will be saved."""
        if self.started_with.version:
            return [self.entry()]
        return [replace(self.entry(), what=what) for what in self._whats()]

    def problems(self) -> dict[str, str]:
        unticked = not self.started_with.version and not self.editors["what"].value()
        missing = {"what": self.tr("Tick what it is about.")} if unticked else {}
        return missing | super().problems()

    def live(self) -> None:
        force = self.editors["force"].value()
        shown = OF_FORCE[force]
        for name in {each for names in OF_FORCE.values() for each in names}:
            self.show_field(name, shown=name in shown)
        draft = self.entry()
        unseen = force is Force.COURT and draft.seen_on is None
        self.show_field("chaser", shown=unseen)
        said = self._answers()
        shown_as = [(answer.label, sentence) for answer, (sentence, _) in said.items()]
        self._said.show_restrictions(shown_as if self.editors["what"].value() else [])
        self._follows.say(" ".join(self._sentences(draft, said)))

    def keep(self) -> tuple[Restriction, Sequence[str]]:
        if self.started_with.version:
            return super().keep()
        kept, warnings = restrict(
            self.ground.store, self.entry(), today=self.ground.today, also=self._whats()
        )
        return kept[0], warnings

    def _whats(self) -> Sequence[What]:
        """What is ticked; while nothing is, what the blank form stands for."""
        return self.editors["what"].value() or [self.started_with.what]

    def _answers(self) -> dict[Answer, tuple[str, list[What]]]:
        """Each answer there is to what is ticked: its sentence, and what it answers."""
        drafts = self.all_of_it()
        kinds = dict(order_kinds(self.ground.store, drafts))
        names = self.ground.record.names | kinds
        found = [answer_of(each, on=self.ground.today, names=names) for each in drafts]
        said = {}
        for answer in dict.fromkeys(each.answer for each in found):
            own = [each for each in found if each.answer is answer]
            about = [each.restriction for each in own if each.restriction]
            (title, sentences), *_ = titled(about, names, self.ground.today)
            whole = own[0].sentence if len(own) == 1 else f"{title}: {sentences}"
            said[answer] = whole, [each.what for each in about]
        return said

    def _sentences(
        self, draft: Restriction, said_of: Mapping[Answer, tuple[str, list[What]]]
    ) -> list[str]:
        """What follows from it as it stands on the form."""
        said: list[str] = []
        if draft.force is Force.SCHOOL:
            weak = [
                what
                for answer, (_, whats) in said_of.items()
                if answer is not Answer.BLOCK
                for what in whats
            ]
            said += dict.fromkeys(self._only_warns(what) for what in weak)
        if draft.force is Force.COURT and draft.seen_on is None:
            said.append(self._unseen(draft))
        if not draft.version and (others := self._elsewhere(draft)):
            names = and_list(others)
            said.append(self.tr("It is recorded with {0} as well.").format(names))
        return said

    def _only_warns(self, what: What) -> str:
        if what in HELD_UNSEEN:
            return self.tr(
                "As it stands it only warns. To withhold letters or information the school needs "
                "the head’s name, a serious-harm reason, and a review within a term."
            )
        possible = and_list([each.label.lower() for each in ENOUGH_FOR_SCHOOL])
        return self.tr("It only warns: a school decision can stop {0}.").format(possible)

    def _unseen(self, draft: Restriction) -> str:
        said = self.tr(
            "Nobody has read the order yet: letters and information are held for five school "
            "days, then it counts as a wish."
        )
        if draft.version:
            return said
        who = draft.chaser or self.ground.store.settings.officer
        if is_chased(self.ground.store, draft):
            return self.tr("{0} A copy is being asked for already.").format(said)
        chase = self.tr("A follow-up for {0} to ask for a copy is added.").format(who)
        return f"{said} {chase}"

    def _elsewhere(self, draft: Restriction) -> list[str]:
        """The other families it will be recorded with, by name."""
        if not draft.adult or draft.children:
            return []
        store = self.ground.store
        others = [id for id in families_of(store, draft.adult) if id != draft.family]
        return [store.get(Family, id).name for id in others]
