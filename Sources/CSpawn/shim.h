#ifndef DIALTONE_CSPAWN_SHIM_H
#define DIALTONE_CSPAWN_SHIM_H
#include <spawn.h>

// Since glibc 2.34; its header shows it to GNU programs only.
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);
#endif
