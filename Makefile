# What can be done with a checkout. `make help` lists it.
.DEFAULT_GOAL := help

VENV := .venv
PY := $(VENV)/bin/python
PYTHON ?= $(shell for each in python3 python3.13 python3.12 python3.11; do \
	"$$each" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$each"; break; }; done)
OUT ?= out
CORPUS ?=
PYTEST_ARGS ?= -n 2

.PHONY: help demo test lint types docs samples bench measure plain robust build clean

help: ## say what each target does
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | awk -F'\t' '{printf "  make %-10s %s\n", $$1, $$2}'

demo: $(VENV)/.installed ## set everything up, lint a sample pack and write its report as a web page
	@mkdir -p $(OUT)
	@$(VENV)/bin/tenderlint check samples/faulty-cleaning/pack --fail-on never --format html -o $(OUT)/demo.html || [ $$? -eq 3 ]
	@echo "Open $(CURDIR)/$(OUT)/demo.html in a browser."

test: $(VENV)/.ready ## set everything up and run every test
	$(PY) -m pytest $(PYTEST_ARGS)

lint: $(VENV)/.ready ## look for faults of style
	$(VENV)/bin/ruff check .

types: $(VENV)/.ready ## check the types
	$(VENV)/bin/mypy

docs: $(VENV)/.installed ## write docs/checks from the cards
	$(PY) -m tools.card_pages

samples: $(VENV)/.ready ## make the sample packs anew (needs LibreOffice)
	$(PY) -m tools.make_samples

bench: $(VENV)/.ready ## time it against pdftotext; CORPUS=folder of PDF files
	env -u PYTHONDONTWRITEBYTECODE $(PY) -m tools.bench $(CORPUS)

measure: $(VENV)/.ready ## compare its answers with a labelled corpus; CORPUS=folder
	$(PY) -m tools.measure $(CORPUS)

plain: $(VENV)/.ready ## time the checks of plain language and show what they find; CORPUS=folder
	$(PY) -m tools.plain_language $(CORPUS) --sample 20

robust: $(VENV)/.ready ## feed it broken and hostile files; CORPUS=folder
	$(PY) -m tools.robust $(CORPUS)

build: $(VENV)/.ready ## build the wheel and the source archive into dist/
	rm -rf build dist
	$(PY) -m build --outdir dist .

clean: ## remove what the other targets made
	rm -rf $(VENV) $(OUT) build dist ./*.egg-info

$(PY):
	@[ -n "$(PYTHON)" ] || { echo "tenderlint needs Python 3.11 or newer; none was found. Install one, or run make PYTHON=/path/to/python3.11." >&2; exit 1; }
	@"$(PYTHON)" -m venv $(VENV) || { echo "$(PYTHON) could not make a virtual environment. On Debian and Ubuntu: apt-get install python3-venv." >&2; exit 1; }

$(VENV)/.installed: setup.cfg pyproject.toml | $(PY)
	$(PY) -m pip install --quiet --editable .
	@touch $@

$(VENV)/.ready: setup.cfg pyproject.toml | $(PY)
	$(PY) -m pip install --quiet --editable '.[test]'
	@touch $@ $(VENV)/.installed
