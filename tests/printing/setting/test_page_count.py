from __future__ import annotations

import pypdfium2
import pytest

from desktop.printing import catalogue
from desktop.printing.form_input import read_input
from desktop.printing.setting.sheets import page_count
from desktop.resources import resource


@pytest.mark.parametrize("name", catalogue.FORMS)
def test_the_pages_counted_are_the_pages_there_are(name: str) -> None:
    form = catalogue.find(name)
    value = read_input(form, resource("forms", form.sample).read_bytes(), where=name)
    data = form.draw(value, training=True)
    assert page_count(data) == len(pypdfium2.PdfDocument(data))
