"""A congress of a hamlet's branch, held in the office between the other steps."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from desktop.models.party import Organisation
from desktop.models.store.session import reading, writing
from desktop.rules.facts import read_facts
from desktop.rules.outcome import decide
from desktop.services.congress import planning
from desktop.services.congress.lookup import congress_vote
from desktop.services.counting.finalised import latest_count, record_of
from desktop.services.party.branches import make_hamlet_branch
from desktop.services.places.lookup import unit_on
from tests.offices import congress_example as example
from tests.torture.walking.walker import Declined, Walker

_MEMBERS = 12


def hold_vote(walker: Walker) -> None:
    """Hold a congress with one vote on its committee, whose figures are chance's; once in a walk."""
    office, model = walker.office, walker.model
    typists = {key: one for key, one in model.typists.items() if key in example.PINS and not one.retired}
    as_made = {key: one.pin for key, one in typists.items()} == example.PINS
    hamlet = walker.pick(sorted(model.hamlets))
    with reading(office.database) as session:
        if session.scalars(select(Organisation.id)).first() or not as_made:
            raise Declined
    with writing(office.database) as session:
        branch = make_hamlet_branch(office, session, unit_on(session, walker.code_of(hamlet), office.today()))
        names = example.NAMES[:_MEMBERS]
        made = [
            example.new_member(session, branch, name, probationary=False, number=number)
            for number, name in enumerate(names, 1)
        ]
        session.flush()
        members, code = {one.person.name: one.id for one in made}, branch.code
    opens = office.clock() + timedelta(hours=1)
    held = example.Branch(office, walker.clock, code, members, opens)
    walker.ask(f"congress of {hamlet}", lambda: _hold(walker, held))


def _hold(walker: Walker, held: example.Branch) -> None:
    day, names = walker.office.today(), example.NAMES[:5]
    code = example.planned(held, held_on=day, term_from=day, term_to=day + timedelta(days=913))
    planning.choose_posts(held.place, code, {"committee": 3, "secretary": 1, "deputy": 1})
    example.called(held, code)
    example.bodies_chosen(held, code, example.NAMES[8:11])
    example.listed(held, code, "committee", *names[:4])
    vote = f"{code}.1"
    example.printed(held, vote, _MEMBERS)
    marks = {name: walker.chance.randint(0, _MEMBERS) for name in names[:4]}
    spare = sum(marks.values()) - 3 * _MEMBERS
    for name in names:
        # Nobody marks more than three.
        less = min(max(spare, 0), marks.get(name, 0))
        marks |= {name: marks[name] - less} if name in marks else {}
        spare -= less
    shown = example.counted(held, vote, _MEMBERS, marks, explained=True, unused=0)
    with reading(held.place.database) as session:
        record = record_of(latest_count(session, congress_vote(session, vote)))
    counted = {one.name: one.votes for one in record.facts.candidates}
    walker.demand(counted == marks, f"a congress's count holds {counted}, not {marks}")
    document = {
        "statute": record.facts.statute,
        "contest": "branch_congress",
        "post": "committee",
        "convened": _MEMBERS,
        "seats": 3,
        "vote": "first",
        "attempt": 1,
        "ballot": "strike",
        **dict.fromkeys(("present", "issued", "returned", "valid"), _MEMBERS),
        "unused": 0,
        "invalid": 0,
        "candidates": [{"name": one.name, "votes": marks[one.name]} for one in record.facts.candidates],
    }
    wanted = decide(read_facts(document, held.place.statutes))
    told = (shown.outcome, shown.elected)
    walker.demand(told == (wanted.outcome, wanted.elected), f"congress {told}, rules {wanted.outcome}")
