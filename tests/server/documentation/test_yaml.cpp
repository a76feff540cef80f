#include "documentation/yaml.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <yaml-cpp/yaml.h>

using namespace gatehouse::documentation;
using namespace Qt::StringLiterals;

namespace {

/// What a YAML 1.2 parser makes of a node: what is quoted is a string, a bare word what it looks like.
QJsonValue toJson(const YAML::Node &node)
{
    if (node.IsMap()) {
        QJsonObject object;
        for (const auto &member : node)
            object.insert(QString::fromStdString(member.first.as<std::string>()), toJson(member.second));
        return object;
    }
    if (node.IsSequence()) {
        QJsonArray array;
        for (const YAML::Node &item : node)
            array.append(toJson(item));
        return array;
    }
    if (node.IsNull())
        return QJsonValue::Null;
    if (node.Tag() == "!")
        return QString::fromStdString(node.as<std::string>());
    bool flag = false;
    if (YAML::convert<bool>::decode(node, flag))
        return flag;
    return node.as<double>();
}

/// Whether a YAML 1.1 or 1.2 parser could take the bare word for something other than a string.
bool isAmbiguous(const QString &word)
{
    static const QStringList kWords{u"y"_s,   u"yes"_s,  u"n"_s,     u"no"_s,   u"on"_s,
                                    u"off"_s, u"true"_s, u"false"_s, u"null"_s, u"~"_s};
    return kWords.contains(word, Qt::CaseInsensitive) || (!word.isEmpty() && !word.front().isLetter() && word.front() != u'_');
}

} // namespace

class YamlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsTheSameValue_data();
    void holdsTheSameValue();
    void quotesKeysThatCouldBeSomethingElse();
    void putsTheNamedKeysFirst();
};

void YamlTest::holdsTheSameValue_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray("{}");
    QTest::newRow("empty inside") << QByteArray(R"({"a":{},"b":[],"c":""})");
    QTest::newRow("words that are no words")
        << QByteArray(R"({"a":["yes","no","on","off","y","N","true","False","null","~","NULL"],"b":[true,false,null]})");
    QTest::newRow("numbers that are no numbers")
        << QByteArray(R"({"a":["1","1.0","0x1f","1e3",".inf","012","1_000","12:30:00","2026-01-31"]})");
    QTest::newRow("numbers") << QByteArray(R"({"a":[0,1,-1,0.5,-2.25,1e100,9007199254740991,1048576]})");
    QTest::newRow("what YAML writes with") << QByteArray(
        R"({"a":["- x","a: b","# c","&a","*a","!t","%d","@x","`x`","|",">","{a","[b","'","? x",": ","-","--- x"," x "]})");
    QTest::newRow("lines") << QByteArray(R"({"a":"one\ntwo\n\nfour\n","b":"\ttab\r\n","c":"\u0000\u0001\u007f\u0085\u2028"})");
    QTest::newRow("other scripts") << QByteArray(R"({"a":"Größe … 試験 🎉","ключ":"значение"})");
    QTest::newRow("keys") << QByteArray(R"({"200":{"no":1,"a b":2,"$ref":"#/a","":3,"a\nb":4,"/p/{id}":5}})");
    QTest::newRow("nested") << QByteArray(R"({"a":[{"b":[[1,[2]],{"c":{}}]},[],[{}]]})");
}

void YamlTest::holdsTheSameValue()
{
    QFETCH(QByteArray, json);
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const QByteArray yaml = toYaml(object);
    QCOMPARE(toJson(YAML::Load(yaml.toStdString())), QJsonValue(object));
}

void YamlTest::quotesKeysThatCouldBeSomethingElse()
{
    const QByteArray yaml = toYaml({{u"no"_s, 1}, {u"200"_s, 2}, {u"plain"_s, 3}});
    QVERIFY(yaml.contains("\"no\": 1") && yaml.contains("\"200\": 2") && yaml.contains("\nplain: 3\n"));
    for (const auto &member : YAML::Load(yaml.toStdString()))
        QVERIFY(member.first.Tag() == "!" || !isAmbiguous(QString::fromStdString(member.first.as<std::string>())));
}

void YamlTest::putsTheNamedKeysFirst()
{
    QVERIFY(
        toYaml({{u"a"_s, 1}, {u"openapi"_s, u"3.1.0"_s}}, {u"openapi"_s, u"absent"_s}).startsWith("openapi: \"3.1.0\"\na: 1"));
}

QTEST_GUILESS_MAIN(YamlTest)
#include "test_yaml.moc"
