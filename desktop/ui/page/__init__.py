"""What every page is given: page, step, runner, fault, print dialog, previews."""
