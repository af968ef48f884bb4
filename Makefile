# `make run` and `make test` do all the set-up themselves; nothing else is needed by hand.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PACKAGING := build/venv
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --no-deps --require-hashes
PINS := packaging/requirements
COMPILE := uv pip compile pyproject.toml --extra spelling --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header

.PHONY: run test test-package check data words bench pictures dist package release pins clean

run: $(VENV)/app
	$(BIN)/python packaging/linux/prepare.py run
	$(BIN)/reviewer demo

test: $(VENV)/test
	$(BIN)/python packaging/linux/prepare.py test
	$(BIN)/python -m pytest -n auto -m "not benchmark and not packaging" --durations=20 --durations-min=5

test-package: $(VENV)/test $(PACKAGING)/ready
	$(BIN)/python -m pytest -m packaging -p no:xdist

check: $(VENV)/lint
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q tests/test_architecture.py
	$(BIN)/python tools/data/build.py --check
	$(BIN)/python tools/words/update.py --check

data: $(VENV)/test
	$(BIN)/python tools/data/build.py

words: $(VENV)/test
	$(BIN)/python tools/words/update.py

pictures: $(VENV)/app
	$(BIN)/python tools/pictures/draw.py

bench: $(VENV)/test
	$(BIN)/python -m pytest -m benchmark -s -p no:xdist

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Reviewer needs Python 3.11 or newer: make PYTHON=python3.11")'
	$(PYTHON) packaging/linux/prepare.py python
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip uninstall --quiet --yes setuptools

$(VENV)/app: $(PINS)/app.txt | $(BIN)/python
	$(PIP) -r $<
	$(BIN)/python -m pip --disable-pip-version-check install --quiet --no-deps --no-build-isolation --no-index --editable .
	$(BIN)/python -m compileall -q reviewer
	touch $@

# Compiled when it is imported: most of what the tests' libraries hold never is.
$(VENV)/test: $(PINS)/test.txt $(VENV)/app
	$(PIP) --no-compile -r $<
	touch $@

$(VENV)/lint: $(PINS)/lint.txt $(VENV)/test
	$(PIP) -r $<
	touch $@

dist: $(VENV)/app
	$(BIN)/python packaging/release/dist.py

package: $(VENV)/app $(PACKAGING)/ready
	$(PACKAGING)/bin/python packaging/release/package.py --python $(BIN)/python

# TAG=vX.Y.Z, or the tag of the version that stands in the program.
release: dist package
	$(BIN)/python packaging/release/release.py $(TAG)

$(PACKAGING)/ready: $(PINS)/package.txt
	$(PYTHON) -m venv $(PACKAGING)
	$(PACKAGING)/bin/python -m pip --disable-pip-version-check install --quiet --no-deps --require-hashes -r $<
	touch $@

pins:
	$(COMPILE) --group argos --group build -o $(PINS)/app.txt
	$(COMPILE) --group argos --group build --group test -c $(PINS)/app.txt -o $(PINS)/test.txt
	$(COMPILE) --group argos --group build --group test --group lint -c $(PINS)/test.txt -o $(PINS)/lint.txt
	$(COMPILE) --group argos --group build --group package -c $(PINS)/app.txt -o $(PINS)/package.txt

clean:
	rm -rf $(VENV) build dist
