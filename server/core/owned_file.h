#pragma once

#include <QString>

namespace gatehouse {

/// Makes `path` anew, its owner's alone to read and write, and opens it for both: the descriptor, or -1 with errno, EEXIST when
/// there is something by that name. What root makes belongs to whom the file `inPlaceOf` belongs to, or its folder when there
/// is no such file: a service finds its own after root worked in its data folder.
[[nodiscard]] int makeOwnedFile(const QString &path, const QString &inPlaceOf);

/// Opens `path` to read and write; makes it as makeOwnedFile() does when there is none. What is there keeps its owner.
[[nodiscard]] int openOwnedFile(const QString &path);

} // namespace gatehouse
