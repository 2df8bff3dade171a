"""The tests that are not run on Windows, one by one, each with its reason; every other one is."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

_SOURCE = "reads the source, which is the same on every system"
_CUPS = "prints on a private CUPS, which Windows has none of"
_RIGHTS = "takes rights away as POSIX does, by modes and users"
_TOOLS = "opens what the program made with Debian's own tools"
_FULL = "fills a disk or ends a process by mounts, limits and signals of Linux"
_FACES = "names the embedded faces as Liberation; Windows' own Times New Roman comes first there"
_ORDER = "compares with Qt's order of letters, which is the system's own, and Wine's is another"

_TROUBLE = "tests/models/store/test_trouble.py"

LEFT_OUT: dict[str, str] = {
    "tests/architecture": _SOURCE,
    "tests/bundle": "runs the bundle of this system; Windows' own is opened by the stage bundle",
    "tests/faults": "preloads a library into Linux' calls to its disk",
    "tests/journeys": "drives the commands through signals, mounts and a print system of Linux",
    "tests/ui": "drives the window by an X server and xdotool; on Windows the stage bundle opens it",
    "tests/windows": "is what runs Windows, from the other side",
    "tests/cli/test_print.py": _CUPS,
    "tests/printing/test_printer.py": _CUPS,
    "tests/exchange/test_by_hand.py": _TOOLS,
    "tests/exchange/test_keys.py::test_debians_age_reads_the_identity": _TOOLS,
    "tests/models/test_audit.py::test_the_hash_does_not_depend_on_the_zone_a_clock_shows": (
        "sets the zone by TZ and tzset, which Windows lacks"
    ),
    "tests/models/store/test_storage_place.py::test_the_mount_under_a_folder_decides": (
        "reads Linux' list of mounts; what Windows says of its drives is in test_windows_place.py"
    ),
    "tests/models/store/test_trouble.py::test_a_folder_without_rights_is_one_refusal": _RIGHTS,
    "tests/models/store/test_trouble.py::test_a_backup_into_a_folder_without_rights_is_one_refusal": _RIGHTS,
    f"{_TROUBLE}::test_files_that_may_not_grow_are_refusals_and_nothing_is_lost": _FULL,
    "tests/models/store/test_workshop.py::test_a_backup_that_is_being_written_is_left_alone": _FULL,
    "tests/models/store/test_workshop.py::test_a_full_local_disk_does_not_stop_a_backup_to_a_stick": _FULL,
    "tests/models/store/test_workshop.py::test_a_full_stick_keeps_the_older_backup": _FULL,
    "tests/models/store/test_workshop.py::test_what_a_killed_backup_left_is_gone_after_the_next_one": _FULL,
    "tests/printing/hamlet_head/count/test_minutes.py::test_all_faces_are_embedded": _FACES,
    "tests/printing/hamlet_head/day/test_ballot.py::test_no_face_is_left_out_of_the_file": _FACES,
    "tests/printing/setting/test_face.py::test_a_rare_letter_comes_in_a_part_of_its_own": _FACES,
    "tests/printing/test_catalogue.py::test_every_form_embeds_its_faces_and_is_the_same_bytes_twice": _FACES,
    "tests/sheets/files/test_reader.py::test_a_file_without_rights_is_refused": _RIGHTS,
    "tests/vietnamese/test_collation.py::test_single_syllables_agree_with_qt": _ORDER,
    "tests/vietnamese/test_collation.py::test_ten_thousand_names_stand_as_qt_puts_their_syllables": _ORDER,
}


def leave_out(items: Sequence[pytest.Item]) -> None:
    """Mark the tests of the list as skipped, with their reason."""
    for item in items:
        name = item.nodeid.partition("[")[0]
        for left, reason in LEFT_OUT.items():
            if name == left or name.startswith((f"{left}/", f"{left}::")):
                item.add_marker(pytest.mark.skip(reason=reason))
