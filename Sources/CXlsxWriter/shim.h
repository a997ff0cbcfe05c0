#ifndef BANSO_CXLSXWRITER_SHIM_H
#define BANSO_CXLSXWRITER_SHIM_H
#include <dlfcn.h>
#include <xlsxwriter.h>

/// The file of the version whose header this is.
static inline const char *banso_xlsx_file(void) { return "libxlsxwriter.so." LXW_SOVERSION; }

/// What is called of it.
#define BANSO_XLSX_FUNCTIONS(USE) \
    USE(workbook_new_opt) USE(workbook_add_worksheet) USE(workbook_add_format) USE(workbook_close) \
    USE(lxw_workbook_free) USE(lxw_strerror) \
    USE(worksheet_write_number) USE(worksheet_write_string) USE(worksheet_set_column) USE(worksheet_freeze_panes) \
    USE(worksheet_repeat_rows) USE(worksheet_set_landscape) USE(worksheet_set_paper) USE(worksheet_fit_to_pages) \
    USE(worksheet_autofilter) USE(worksheet_ignore_errors) \
    USE(format_set_font_name) USE(format_set_font_size) USE(format_set_align) USE(format_set_bold) \
    USE(format_set_bg_color) USE(format_set_bottom) USE(format_set_text_wrap) USE(format_set_num_format)

struct banso_xlsx {
#define BANSO_FIELD(name) __typeof__(name) *name;
    BANSO_XLSX_FUNCTIONS(BANSO_FIELD)
#undef BANSO_FIELD
};

/// Loads the library: with OpenSSL, which it needs, a twentieth of the time that every start would take. Null when done, else
/// what is missing.
static inline const char *banso_load_xlsx(const char *library, struct banso_xlsx *xlsx) {
    void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
    if (!handle) return dlerror();
#define BANSO_FIND(name) \
    if (!(xlsx->name = (__typeof__(name) *)dlsym(handle, #name))) return dlerror();
    BANSO_XLSX_FUNCTIONS(BANSO_FIND)
#undef BANSO_FIND
    return (const char *)0;
}
#endif
