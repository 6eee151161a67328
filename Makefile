# make run    builds the command and prints what it hears in a sample
# make test   runs all tests; those that need Python are skipped where PyPI is out of reach
# make bench  times heard beside its peers
# make format lays the Swift files out as .swift-format says

SHELL := /bin/bash
BUILD := swift build -c release --static-swift-stdlib --product heard
SAMPLE ?= Samples/Meetings/partner-kickoff.md

.PHONY: run build test bench format system checks

run: build
	@"$$($(BUILD) --show-bin-path)/heard" "$(SAMPLE)"

build: system
	$(BUILD)

test: system checks
	SWIFT_BACKTRACE=enable=no swift test

bench: build
	@if [ -x Benchmarks/run ]; then Benchmarks/run; else echo "no benchmarks yet: Benchmarks/run is missing"; fi

format:
	swift format -i -r Package.swift Sources Tests Plugins

# What heard needs of the system: Swift, libxml2 and its headers, pkg-config, Python's venv for the checks.
system:
	@.ci/system

# Validators that nobody here wrote, in a place of their own.
checks:
	@.ci/checks
