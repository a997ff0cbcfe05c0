# The two commands of this project: make run, make test. Everything that is missing is installed first.
SWIFT ?= swift
RELEASE = $(SWIFT) build -c release --static-swift-stdlib
LIBRARIES = libncursesw5-dev libsqlite3-dev

.PHONY: run build release test lint format bench pictures clean libraries tools

run: release
	./.build/release/banso demo

release: libraries
	$(RELEASE) --product banso

build: libraries
	$(SWIFT) build

test: libraries tools
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

bench: libraries
	$(RELEASE) --product banso
	$(RELEASE) --product banso-bench
	./.build/release/banso-bench

lint:
	swift format lint --strict --recursive Sources Tests themes Package.swift

format:
	swift format --in-place --recursive Sources Tests themes Package.swift

pictures: release
	mkdir -p docs/pictures
	umask 022 && ./.build/release/banso demo --lang ja --as 田中 --pictures docs/pictures

clean:
	rm -rf .build

libraries:
	@.ci/need $(LIBRARIES)

tools:
	@.ci/need tmux
