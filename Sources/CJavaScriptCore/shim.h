#ifndef DIALTONE_CJAVASCRIPTCORE_SHIM_H
#define DIALTONE_CJAVASCRIPTCORE_SHIM_H
#include <JavaScriptCore/JavaScript.h>

// Exported by the library, but its header is not shipped.
typedef bool (*JSShouldTerminateCallback)(JSContextRef context, void *data);
JS_EXPORT void JSContextGroupSetExecutionTimeLimit(
    JSContextGroupRef group, double limit, JSShouldTerminateCallback callback, void *data);
JS_EXPORT void JSContextGroupClearExecutionTimeLimit(JSContextGroupRef group);
#endif
