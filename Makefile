# The two commands of this project: make run, make test. Everything that is missing is installed first.
SWIFT ?= swift
# A test that failed is named again at the end, behind what all others print.
SHELL = /bin/bash
TEST = set -o pipefail; mkdir -p .build; $(SWIFT) test --skip-build $(1) 2>&1 | tee .build/tests.log || \
    { echo; echo "What failed:"; grep -a -A 2 "recorded an issue" .build/tests.log | cut -c 1-1000; exit 1; }
# What is relocated is packed and no symbol but wcwidth exported: 6 MiB less that each program maps. Types are made by their
# functions instead of by their names, the C++ library is linked in and others aren't looked for beside the program: 3 ms less
# of a start. Functions are pieces of their own, which the linker can lay in another order. The plan of a build is made anew each
# time: one that is kept doesn't notice another order.
RELEASE = $(SWIFT) build -c release --disable-build-manifest-caching --static-swift-stdlib --disable-local-rpath \
    -Xswiftc -use-ld=lld -Xlinker -z -Xlinker pack-relative-relocs -Xlinker --no-export-dynamic \
    -Xswiftc -L$(CURDIR)/.build/static \
    -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors \
    -Xswiftc -Xfrontend -Xswiftc -function-sections -Xcxx -ffunction-sections
# What a start and the common keys run lies side by side: 9 MiB less that each program maps.
ORDERED = -Xlinker --symbol-ordering-file=$(CURDIR)/.build/used -Xlinker --no-warn-symbol-ordering \
    -Xlinker -T$(CURDIR)/.ci/unnamed.ld
LIBRARIES = libncursesw5-dev libsqlite3-dev libxlsxwriter-dev

.PHONY: run build release test torture lint format bench pictures keys clean libraries tools

run: release
	./.build/release/banso demo

release: libraries .build/static/libstdc++.a .build/used
	$(RELEASE) $(ORDERED) --product banso

# Found out once, on a program without that order; `make clean` has it found out anew. A name that is gone does no harm.
.build/used: | libraries .build/static/libstdc++.a
	@.ci/need valgrind
	$(RELEASE) -Xlinker --strip-debug --product banso
	.ci/used .build/release/banso > $@.part
	mv $@.part $@

# As the compiler beside Swift finds it; where it doesn't, the shared one is linked.
.build/static/libstdc++.a:
	mkdir -p $(@D)
	ln -sf "$$("$$(dirname "$$(readlink -f "$$(command -v $(SWIFT))")")/clang" -print-file-name=$(@F))" $@

build: libraries
	$(SWIFT) build

test: libraries tools
	$(SWIFT) build --build-tests
	@$(call TEST)

# What must hold, tried for minutes: random frames on real terminals, files that are broken in every way, programs that are
# killed while they write, full disks, flipped bits, an audit trail that somebody edits, hostile texts. What has a time to keep
# to runs alone, and what is traced or looked for in every byte with it.
torture: libraries tools
	@.ci/need xterm xvfb
	$(SWIFT) build --build-tests
	@export BANSO_TORTURE=1; $(call TEST,--filter "RandomFrameTests|XtermFrameTests|ImportFuzzTests|KilledWritersTests|AuditTamperingTests|FullDiskTests|BitFlipTests|OddTerminalTests|MigrationTests|InjectionTests|RandomStringTests|SoakTests|PrivateFilesTests")
	@export BANSO_TORTURE=1; $(call TEST,--no-parallel --filter "CrowdedBookingTests|BrokenDatabaseTests|LostDatabaseTests|EndedDeskTests|TracedDayTests|ErasureTests|EraseTests")

bench: release
	@.ci/need sqlite3
	$(RELEASE) --product banso-bench
	./.build/release/banso-bench

lint:
	swift format lint --strict --recursive Sources Tests themes Package.swift

format:
	swift format --in-place --recursive Sources Tests themes Package.swift

pictures: release
	mkdir -p docs/pictures
	umask 022 && ./.build/release/banso demo --lang ja --as 田中 --pictures docs/pictures

# The READMEs' tables of keys, from the screens' own bindings.
keys: build
	for pair in en:README.md ja:README.ja.md; do \
	    ./.build/debug/banso manual --keys --lang "$${pair%%:*}" > .build/keys.md && \
	    awk '/<!-- keys -->/ { print; print ""; while ((getline line < ".build/keys.md") > 0) print line; print ""; skip = 1 } \
	        /<!-- \/keys -->/ { skip = 0 } !skip' "$${pair#*:}" > .build/readme.md && \
	    cp .build/readme.md "$${pair#*:}" || exit 1; \
	done

clean:
	rm -rf .build

libraries:
	@.ci/need $(LIBRARIES)

tools:
	@.ci/need tmux libreoffice-calc-nogui libreoffice-writer-nogui fonts-noto-cjk poppler-utils strace
