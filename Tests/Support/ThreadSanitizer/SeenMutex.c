// Shows ThreadSanitizer what Swift's Mutex does when somebody waits for it. That part is in a library of the toolchain
// that was built without the sanitizer, so whatever a lock protects would look like a race. `make soak` preloads this.

#include <dlfcn.h>
#include <stddef.h>
#include <stdint.h>

// Where programs are built with the sanitizer.
extern __attribute__((weak)) void __tsan_acquire(void *address);
extern __attribute__((weak)) void __tsan_release(void *address);

#define METHOD __attribute__((swiftcall))
#define SELF __attribute__((swift_context)) void *mutex

typedef METHOD void LockSlow(uint32_t thread, SELF);
typedef METHOD void UnlockSlow(SELF);

// Synchronization._MutexHandle._lockSlow(_: UInt32)
#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
METHOD void lockSlow(uint32_t thread, SELF) __asm__(LOCK);

METHOD void lockSlow(uint32_t thread, SELF) {
    ((LockSlow *)dlsym(RTLD_NEXT, LOCK))(thread, mutex);
    if (__tsan_acquire != NULL) {
        __tsan_acquire(mutex);
    }
}

// Synchronization._MutexHandle._unlockSlow()
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"
METHOD void unlockSlow(SELF) __asm__(UNLOCK);

METHOD void unlockSlow(SELF) {
    if (__tsan_release != NULL) {
        __tsan_release(mutex);
    }
    ((UnlockSlow *)dlsym(RTLD_NEXT, UNLOCK))(mutex);
}
