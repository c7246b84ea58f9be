# Two commands for every day: `make run` takes a call of the contact centre at this terminal, `make test` runs every test.
# Both share one debug build in .build, the place where `swift build` has it.

dialtone := .build/debug/dialtone

# Who calls: Ms Bergmann, whom the contact centre knows. `make run FROM=` withholds the number, and the language is asked for.
FROM = tel:+493023125001

.PHONY: run test bench soak setup

run: setup
	swift build
	$(dialtone) run flows/contact-center $(if $(FROM),--from $(FROM))

# One test after the other: some measure time, and the script engine's keep every processor busy.
test: setup
	swift format lint --strict --recursive Sources Tests Plugins Package.swift
	swift test --no-parallel
	$(dialtone) test flows
	$(dialtone) test flows --scripts isolated

# How fast it is, beside how fast it shall be. Nothing else should run beside it. Swift's own library is linked in, which
# makes calls a quarter cheaper, and a process start in half the time.
bench: setup
	swift build -c release --product dialtone --static-swift-stdlib
	Tests/Support/targets.py .build/release/dialtone
	Tests/Support/reading.py .build/release/dialtone

# The storms and generated cases that take long, then every test as releases are built (the optimizer has been wrong once)
# and under the thread and the address sanitizer. For a night. Under the latter a function takes so much of the stack that
# recursion which the limits allow needs a larger one, and the script engine's own handler of SIGSEGV must come before the
# sanitizer's.
soak: setup
	DIALTONE_SOAK=1 swift test --no-parallel
	swift test -c release -Xswiftc -enable-testing --scratch-path .build-optimized --no-parallel
	swift build --build-tests --sanitize thread --scratch-path .build-thread
	clang -shared -fPIC -O1 -o .build-thread/seen-mutex.so Tests/Support/ThreadSanitizer/SeenMutex.c -ldl
	LD_PRELOAD=$(CURDIR)/.build-thread/seen-mutex.so \
	    TSAN_OPTIONS=suppressions=$(CURDIR)/Tests/Support/ThreadSanitizer/suppressions \
	    swift test --skip-build --sanitize thread --scratch-path .build-thread --no-parallel
	ulimit -s 65536 && \
	    ASAN_OPTIONS=detect_leaks=0:handle_segv=0:allow_user_segv_handler=1 \
	    swift test --sanitize address --scratch-path .build-address --no-parallel

setup:
	.setup/install
