"""``hom-phieu verify`` of a file that wastes the reader's time."""

import json
import subprocess
import sys
from pathlib import Path

from tests.exchange.test_age_head import encrypted_for

PROGRAM = """
import sys
from desktop.cli.app import run
code = run(["verify", sys.argv[1], "--json"])
print("loaded:", *sorted({"sqlalchemy", "PySide6"} & set(sys.modules)), file=sys.stderr)
sys.exit(code)
"""


def test_a_head_of_a_thousand_recipients_is_refused_without_opening_the_office(tmp_path: Path) -> None:
    package = tmp_path / "ngan.goi"
    package.write_bytes(encrypted_for(1000))
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(package)], capture_output=True, check=False, text=True
    )
    found = json.loads(ran.stdout)
    assert (ran.returncode, found["code"], found["digest"]) == (1, "age", None)
    assert [step["ok"] for step in found["steps"]] == [True, False]
    assert "nhiều hơn 4 cơ quan nhận" in ran.stderr
    assert ran.stderr.splitlines()[-1].strip() == "loaded:", "the database was never needed"
