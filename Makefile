# make run    builds the command and prints what it hears in a sample
# make test   runs all tests; those that need Python are skipped where PyPI is out of reach
# make bench  measures how well and how fast heard hears, beside its peers
# make order  finds anew which functions of the libraries are laid side by side; for a new Swift, and needs valgrind
# make learn  weighs anew how items are worded, from folders of labelled notes: make learn LABELLED="DIR DIR"
# make format lays the Swift files out as .swift-format says

SHELL := /bin/bash
# One file that needs no library of the system, where Debian's archives are there to link; see absent.c.
ABSENT := $(CURDIR)/.build/absent.o
# Swift's own linker lays what is run of the libraries side by side; without it the program is the same and takes 2 MB more of memory.
LLD := $(wildcard $(dir $(realpath $(shell command -v swift)))ld.lld)
ORDER := $(if $(LLD),-Xswiftc -use-ld=lld -Xlinker --symbol-ordering-file=$(CURDIR)/Benchmarks/library-functions.txt \
  -Xlinker --no-warn-symbol-ordering)
STATIC := swift build -c release -Xswiftc -static-executable -Xlinker $(ABSENT) $(ORDER)
BUILD := $(STATIC) -Xlinker -s
SAMPLE ?= Samples/Meetings/partner-kickoff.md

.PHONY: run build test bench order learn format system checks

run: build
	@"$$($(BUILD) --show-bin-path)/heard" "$(SAMPLE)"

build: system $(ABSENT)
	$(BUILD) --product heard

$(ABSENT): Sources/CLibXML2/absent.c
	@mkdir -p $(@D)
	clang -O2 -c $< -o $@

test: system checks
	SWIFT_BACKTRACE=enable=no swift test

# The peers are C programs over Debian's packages; where one cannot be installed its rows are missing.
PEERS := gcc libc6-dev libmd4c-dev libmd4c-html0-dev libcmark-gfm-dev libcmark-gfm-extensions-dev

bench: build
	@dpkg -s $(PEERS) >/dev/null 2>&1 || .ci/install $(PEERS) || true
	$(BUILD) --product heard-benchmark
	@bin="$$($(BUILD) --show-bin-path)"; python3 Benchmarks/bench.py --heard "$$bin/heard" \
	  --benchmark "$$bin/heard-benchmark" --shared "$${HEARD_SHARED:-../shared}"
	@python3 Benchmarks/verify.py --heard "$$($(BUILD) --show-bin-path)/heard" --shared "$${HEARD_SHARED:-../shared}"

order: system $(ABSENT)
	@command -v valgrind >/dev/null || .ci/install valgrind
	$(STATIC) --scratch-path .build-order --product heard
	python3 Benchmarks/order.py .build-order/release/heard Samples/Meetings/*.md >.build/order.txt
	mv .build/order.txt Benchmarks/library-functions.txt
	@rm -f .build/release/heard .build/release/heard-benchmark

learn: build
	$(BUILD) --product heard-benchmark
	@test -x .build/learn/bin/python || python3 -m venv .build/learn
	@.build/learn/bin/pip install --quiet --disable-pip-version-check 'scikit-learn>=1.5,<2'
	.build/learn/bin/python Benchmarks/learn.py --benchmark "$$($(BUILD) --show-bin-path)/heard-benchmark" \
	  --grammar Grammar/en $(LABELLED) >.build/learned.cues
	mv .build/learned.cues Grammar/en/learned.cues

format:
	swift format -i -r Package.swift Sources Tests Plugins

# What heard needs of the system: Swift, libxml2 and libyaml with their headers, curl, pkg-config, Python's venv for the checks.
system:
	@.ci/system

# Validators that nobody here wrote, in a place of their own.
checks:
	@.ci/checks
