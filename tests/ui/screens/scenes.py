"""The scenes of the window by what they show: a module for each, and what draws it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.screens.studio import Studio

# What each module shows of pages, steps and dialogs; every one that there is stands here.
SHOWS: dict[str, frozenset[str]] = {
    "frame": frozenset({"HelpDialog"}),
    "crash": frozenset({"CrashDialog"}),
    "start": frozenset(),
    "settings": frozenset({"SettingsPage", "RecoveryDialog", "DrillDialog"}),
    "chain": frozenset(
        {"ChainView", "PlanQuestion", "ExceptionQuestion", "NamesakeQuestion", "GateQuestion"}
    ),
    "dismissal": frozenset(
        {
            "DismissalsView",
            "WhichHamletQuestion",
            "AskQuestion",
            "StepQuestion",
            "MeetingQuestion",
            "ProposeQuestion",
            "SettleQuestion",
        }
    ),
    "bases": frozenset({"BasesView", "BasisQuestion", "EndQuestion"}),
    "groups": frozenset(
        {
            "GroupsView",
            "ApprovalsView",
            "WorksView",
            "GroupQuestion",
            "GroupMemberQuestion",
            "TicksQuestion",
            "ApprovalQuestion",
            "WorkQuestion",
        }
    ),
    "personnel": frozenset(
        {
            "PersonnelView",
            "ReviewQuestion",
            "ReserveQuestion",
            "IssueQuestion",
            "SettleIssueQuestion",
            "RenewalQuestion",
            "MemberQuestion",
        }
    ),
    "register": frozenset(
        {
            "HamletsPage",
            "MergersView",
            "HouseholdsPage",
            "VotersView",
            "HamletQuestion",
            "SplitQuestion",
            "EndQuestion",
            "DayQuestion",
            "JoiningQuestion",
        }
    ),
    "import": frozenset({"HouseholdsPage", "GiveOutQuestion", "FiltersDialog"}),
    "election": frozenset(
        {
            "ElectionPage",
            "RollStep",
            "CandidatesStep",
            "BallotsStep",
            "MeetingStep",
            "ClustersDialog",
            "ClusterHouseholdsDialog",
        }
    ),
    "dialog": frozenset(
        {
            "PrintDialog",
            "ReprintDialog",
            "EnvelopeDialog",
            "EnvelopeResult",
            "SupplementDialog",
            "NewcomerDialog",
            "ClustersDialog",
            "ClusterHouseholdsDialog",
            "DecisionQuestion",
            "OpenMeetingDialog",
            "OccupiedQuestion",
            "PinDialog",
            "SideDialog",
            "AskingDialog",
            "PassedDialog",
            "TextQuestion",
            "PostingQuestion",
            "ExplainQuestion",
            "ObjectionQuestion",
            "MemberQuestion",
            "HeadQuestion",
            "RepresentativeQuestion",
        }
    ),
    "hand_out": frozenset(
        {"CandidatesStep", "BallotsStep", "MeetingStep", "CountingStep", "RecognitionStep"}
    ),
    "today": frozenset({"TodayPage", "PlanDialog", "DaysOffDialog"}),
    "wave": frozenset({"WavesView", "HourQuestion", "WaveQuestion"}),
    "papers": frozenset({"PapersPage"}),
    "party": frozenset(
        {
            "EntryQuestion",
            "PartyPage",
            "StructureView",
            "StandingQuestion",
            "LeavingQuestion",
            "EnteringQuestion",
            "ReconcilingQuestion",
            "ContactQuestion",
            "OrganisationQuestion",
            "ChangeQuestion",
            "GatherQuestion",
            "TermQuestion",
            "LengthenQuestion",
            "PostQuestion",
            "AssignmentQuestion",
            "StandardQuestion",
        }
    ),
    "congress": frozenset(
        {
            "CongressPage",
            "OpenCongress",
            "CountingStep",
            "CongressQuestion",
            "AbsenceQuestion",
            "NomineeQuestion",
            "BodiesQuestion",
            "HandsQuestion",
            "ListQuestion",
            "SubjectQuestion",
            "BallotsQuestion",
            "WithdrawingQuestion",
            "PostsQuestion",
            "HappenedQuestion",
            "ClosingQuestion",
            "NumberQuestion",
            "ReprintQuestion",
            "TrialQuestion",
            "ApprovalQuestion",
        }
    ),
    "tally": frozenset({"TallyWindow", "LockQuestion"}),
    "counting": frozenset(
        {
            "CountingStep",
            "MinutesStep",
            "RecognitionStep",
            "SendingStep",
            "SendingPage",
            "OperatorDialog",
            "ExplainDialog",
            "ReasonsDialog",
            "CardDialog",
            "ProceedingsDialog",
        }
    ),
}
SCENES = tuple(SHOWS)


def scenes(name: str) -> Callable[[Studio], None]:
    """Return what sets the scenes of a module, in every size of text of a studio."""
    module = import_module(f"tests.ui.screens.{name}_screens")
    return cast("Callable[[Studio], None]", module.draw)
