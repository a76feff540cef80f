#pragma once

#include <QtGlobal>

/// Ends the program when `condition` does not hold, in every build: what a fuzz target may rely on is what it proves.
#define GATEHOUSE_EXPECT(condition)                                                                                              \
    do {                                                                                                                         \
        if (!(condition))                                                                                                        \
            qFatal("%s:%d: %s does not hold", __FILE__, __LINE__, #condition);                                                   \
    } while (false)
