// What Swift can't reach in SQLite and in the system by itself: variadic functions and statfs.
#ifndef BANSO_CSQLITE_SHIM_H
#define BANSO_CSQLITE_SHIM_H
#include <sqlite3.h>
#include <sys/vfs.h>

/// Refuses SQL that could corrupt the file (writable_schema, shadow tables). 0 when set.
static inline int banso_set_defensive(sqlite3 *db) {
    return sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
}

/// Leaves the write-ahead log as it is when the last connection closes. 0 when set.
static inline int banso_no_checkpoint_on_close(sqlite3 *db) {
    return sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
}

/// The file system's magic number (linux/magic.h), or -1.
static inline long banso_file_system_type(const char *path) {
    struct statfs info;
    return statfs(path, &info) == 0 ? (long)info.f_type : -1;
}
#endif
