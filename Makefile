# mailticket: what a developer runs. Needs make and Python 3.11 or later with venv; everything else comes into .venv.
#   make demo     sample mails through the real daemon, on this machine alone
#   make test     all the tests (those that need a Dovecot or ../shared skip themselves where it is absent)
#   make check    format, lint, types
#   make bench    measurements
#   make servers  a Dovecot for the tests, from Debian's packages

MAKEFLAGS += --no-print-directory
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SERVERS := dovecot-imapd dovecot-lmtpd openssl
PYTHON ?= $(shell for python in python3.11 python3.12 python3.13 python3; do \
	$$python -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)

.PHONY: demo test check bench servers clean

demo: $(READY)
	@$(BIN)/mailticket demo $(ARGS)

test: $(READY)
	@$(BIN)/python -m pytest $(ARGS)

check: $(READY)
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy

bench: $(READY)
	@for script in bench/*.py; do echo "== $$script"; $(BIN)/python $$script || exit; done

servers:
	@if [ -x /usr/sbin/dovecot ] && command -v openssl >/dev/null; then \
		echo "Dovecot $$(/usr/sbin/dovecot --version) and $$(openssl version) are installed"; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
			$(SERVERS) </dev/null; \
	else \
		echo "install by yourself, as root (Debian: apt-get install $(SERVERS))"; exit 1; \
	fi

clean:
	@rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(READY): pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later with venv is needed (Debian: apt-get install python3-venv), \
	or name one: make PYTHON=…"; exit 1; }
	@echo "installing into $(VENV) with $$($(PYTHON) --version), a minute the first time"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@
