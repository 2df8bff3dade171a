# The one list of commands. `make run` and `make test` install what is missing first.
PYTHON = .venv/bin/python
.PHONY: run test torture demo screens docs word-check windows-check build build-check bench fix lock
STAGES = day tests bundle
MINUTES = 60
.DEFAULT_GOAL := run

run: ## Open the window; without a display, run the demo and say so
	@.ci/install run
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then $(PYTHON) -m desktop; \
	else echo "Không có màn hình: chạy ngày bầu cử mẫu vào build/demo thay cho cửa sổ."; \
	$(PYTHON) -m desktop demo --out build/demo; fi

test: ## Style, types, arrows, then every test; all once more where a process died
	@.ci/install test
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	@.ci/test

torture: ## Fail every call to the disk, kill, mutate, for MINUTES=60, and end with a table; CAMPAIGNS="disk-calls kills" for some alone
	@.ci/install torture
	$(PYTHON) -m tests.torture $(MINUTES) $(CAMPAIGNS)

demo: ## A whole election day with no window, into build/demo
	@.ci/install run
	$(PYTHON) -m desktop demo --out build/demo

screens: ## Picture every page under a real X server, into build/screens
	@.ci/install test
	$(PYTHON) -m tests.ui.screens.make_screens build/screens

docs: ## Draw the rooms of the house, list files and law, and spell the newest schema anew
	@.ci/install docs
	$(PYTHON) -m tests.architecture.draw_rooms

word-check: ## Open every Word paper in LibreOffice and hold it against the printed one, into build/word
	@.ci/install word
	$(PYTHON) -m tests.printing.word.check_word build/word

windows-check: ## The same day, the tests and the bundle on Windows' Python under Wine; STAGES=day for the day alone
	@.ci/install windows
	$(PYTHON) -m tests.windows.check_windows build/windows $(STAGES)

build: ## Bundle the program for this system, into build/bundle
	@.ci/install test
	.venv/bin/pyinstaller --noconfirm --log-level WARN --distpath build/bundle --workpath build/work build.spec

build-check: build ## Run the bundle away from this folder
	$(PYTHON) -m tests.bundle.check_bundle build/bundle/hom-phieu

bench: ## Figures as ratios to a peer in the same run
	@.ci/install bench
	$(PYTHON) -m benchmarks.bench

fix: ## Mend style where a machine can
	@.ci/install test
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .

lock: ## Resolve pyproject.toml anew into requirements/*.txt (needs uv)
	uv pip compile pyproject.toml requirements/backend.in --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-header --no-annotate -q -o requirements/run.txt
	uv pip compile pyproject.toml requirements/backend.in --extra test --extra build -c requirements/run.txt --universal \
	  --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -q -o requirements/test.txt
	uv pip compile pyproject.toml requirements/backend.in --extra test --extra build --extra bench -c requirements/test.txt --universal \
	  --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -q -o requirements/bench.txt
	uv pip compile pyproject.toml requirements/backend.in --extra test --extra build --extra torture -c requirements/test.txt --universal \
	  --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -q -o requirements/torture.txt
