// What Swift can't reach in SQLite and in the system by itself: variadic functions, statfs, and functions for SQL that run
// once for each row of a long scan.
#ifndef BANSO_CSQLITE_SHIM_H
#define BANSO_CSQLITE_SHIM_H
#include <sqlite3.h>
#include <malloc.h>
#include <string.h>
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

/// A heap for the first thread, which nobody then makes wait, and one for all others, so that what one of them gives back
/// another one takes; they grow by a megabyte, not by a page at a time. SQLite doesn't count what it takes of them, which would
/// be a lock around each piece, and takes pages of its cache as they are read, not twenty at once for each table that a
/// statement makes in passing. Before the first connection.
static inline void banso_share_heap(void) {
    mallopt(M_ARENA_MAX, 2);
    mallopt(M_TOP_PAD, 1 << 20);
    mallopt(M_TRIM_THRESHOLD, 4 << 20);
    mallopt(M_MMAP_THRESHOLD, 1 << 20);
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    sqlite3_config(SQLITE_CONFIG_PAGECACHE, (void *)0, 0, 0);
}

/// Keeps what is given back for the next row rather than for the system: a long import otherwise asks it for the same pages
/// again and again.
static inline void banso_keep_heap(void) {
    mallopt(M_TRIM_THRESHOLD, 8 << 20);
}

/// Where `needle` first stands in `text`, in bytes; -1 where it doesn't.
static inline long banso_find(const char *text, long length, const char *needle, long size) {
    if (size <= 0 || size > length) return -1;
    // The last byte of a character differs from one to the next far more than its first.
    const char *end = text + length, *at = text + size - 1;
    while ((at = (const char *)memchr(at, needle[size - 1], (size_t)(end - at)))) {
        const char *start = at - size + 1;
        if (memcmp(start, needle, (size_t)size) == 0) return start - text;
        at++;
    }
    return -1;
}

/// How `needle` stands in `text`, which has one key a line: 0 not at all, 1 as a whole line, 2 a line begins with it, 3 within
/// a line; the best of them.
static inline int banso_place(const char *text, int length, const char *needle, int size) {
    if (size <= 0 || size > length) return 0;
    const char *end = text + length, *at = text + size - 1;
    int place = 0;
    while ((at = memchr(at, needle[size - 1], (size_t)(end - at)))) {
        const char *start = at - size + 1;
        if (memcmp(start, needle, (size_t)size) == 0) {
            if (start == text || start[-1] == '\n') {
                if (at + 1 == end || at[1] == '\n') return 1;
                place = 2;
            } else if (!place) {
                place = 3;
            }
        }
        at++;
    }
    return place;
}

/// banso_match(key, other, needle): the better of both keys' places that isn't 0; only the first key has to hold it.
static inline void banso_match(sqlite3_context *context, int count, sqlite3_value **values) {
    (void)count;
    const char *key = (const char *)sqlite3_value_text(values[0]);
    const char *needle = (const char *)sqlite3_value_text(values[2]);
    int place = 0;
    if (key && needle) {
        int size = sqlite3_value_bytes(values[2]);
        place = banso_place(key, sqlite3_value_bytes(values[0]), needle, size);
        if (place > 1) {
            const char *other = (const char *)sqlite3_value_text(values[1]);
            int length = sqlite3_value_bytes(values[1]);
            if (other && length >= size && memcmp(other, needle, (size_t)size) == 0) place = length == size ? 1 : 2;
        }
    }
    sqlite3_result_int(context, place);
}

/// Makes `banso_match` known to a connection. 0 when done.
static inline int banso_add_functions(sqlite3 *db) {
    return sqlite3_create_function_v2(
        db, "banso_match", 3, SQLITE_UTF8 | SQLITE_DETERMINISTIC, (void *)0, banso_match, (void *)0, (void *)0, (void *)0);
}
#endif
