#include "documentation/yaml.h"

#include <QJsonArray>

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cmath>

namespace gatehouse::documentation {

using namespace Qt::StringLiterals;

namespace {

/// Whether every parser reads the bare word as a string.
bool isPlainKey(const QString &key)
{
    static const QStringList kWords{u"y"_s, u"n"_s, u"yes"_s, u"no"_s, u"on"_s, u"off"_s, u"true"_s, u"false"_s, u"null"_s};
    const auto isLetter = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); };
    const bool wordly =
        std::ranges::all_of(key, [&](QChar c) { return isLetter(c) || (c >= u'0' && c <= u'9') || c == u'_' || c == u'-'; });
    return !key.isEmpty() && isLetter(key.front()) && wordly && !kWords.contains(key, Qt::CaseInsensitive);
}

void emitNumber(YAML::Emitter &out, double number)
{
    // Whole numbers as integers: schemas tell the two apart.
    if (number == std::floor(number) && std::abs(number) < 9007199254740992.0)
        out << static_cast<qint64>(number);
    else
        out << number;
}

void emitValue(YAML::Emitter &out, const QJsonValue &value);

void emitMember(YAML::Emitter &out, const QString &key, const QJsonValue &value)
{
    out << YAML::Key;
    if (!isPlainKey(key))
        out << YAML::DoubleQuoted;
    out << key.toStdString() << YAML::Value;
    emitValue(out, value);
}

void emitObject(YAML::Emitter &out, const QJsonObject &object, const QStringList &first)
{
    if (object.isEmpty())
        out << YAML::Flow;
    out << YAML::BeginMap;
    for (const QString &key : first) {
        if (object.contains(key))
            emitMember(out, key, object.value(key));
    }
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (!first.contains(member.key()))
            emitMember(out, member.key(), member.value());
    }
    out << YAML::EndMap;
}

/// Whether the array holds only what fits a line.
bool isSimple(const QJsonArray &array)
{
    for (const QJsonValue value : array) {
        if (value.isObject() || value.isArray())
            return false;
    }
    return true;
}

void emitArray(YAML::Emitter &out, const QJsonArray &array)
{
    if (isSimple(array))
        out << YAML::Flow;
    out << YAML::BeginSeq;
    for (const QJsonValue value : array)
        emitValue(out, value);
    out << YAML::EndSeq;
}

void emitValue(YAML::Emitter &out, const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Object: emitObject(out, value.toObject(), {}); break;
    case QJsonValue::Array: emitArray(out, value.toArray()); break;
    case QJsonValue::String: out << YAML::DoubleQuoted << value.toString().toStdString(); break;
    case QJsonValue::Double: emitNumber(out, value.toDouble()); break;
    case QJsonValue::Bool: out << value.toBool(); break;
    case QJsonValue::Null:
    case QJsonValue::Undefined: out << YAML::Null; break;
    }
}

} // namespace

QByteArray toYaml(const QJsonObject &object, const QStringList &first)
{
    YAML::Emitter out;
    out.SetIndent(2);
    out.SetDoublePrecision(17);
    emitObject(out, object, first);
    return QByteArray(out.c_str(), static_cast<qsizetype>(out.size())) + '\n';
}

} // namespace gatehouse::documentation
