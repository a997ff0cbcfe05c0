#ifndef BANSO_CXLSXWRITER_SHIM_H
#define BANSO_CXLSXWRITER_SHIM_H
#include <xlsxwriter.h>
#endif
