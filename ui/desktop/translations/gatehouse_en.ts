<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>gatehouse::desktop::AuditPage</name>
    <message numerus="yes">
        <source>%Ln entries, in a record that nobody can quietly change.</source>
        <translation>
            <numerusform>%Ln entry, in a record that nobody can quietly change.</numerusform>
            <numerusform>%Ln entries, in a record that nobody can quietly change.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries found.</source>
        <translation>
            <numerusform>%Ln entry found.</numerusform>
            <numerusform>%Ln entries found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries found so far; scroll for more.</source>
        <translation>
            <numerusform>%Ln entry found so far; scroll for more.</numerusform>
            <numerusform>%Ln entries found so far; scroll for more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::CopyOnce</name>
    <message numerus="yes">
        <source>It leaves the clipboard by itself after %Ln seconds.</source>
        <translation>
            <numerusform>It leaves the clipboard by itself after %Ln second.</numerusform>
            <numerusform>It leaves the clipboard by itself after %Ln seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::HealthWords</name>
    <message numerus="yes">
        <source>days</source>
        <comment>after the number</comment>
        <translation>
            <numerusform>day</numerusform>
            <numerusform>days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::PreferencesPanel</name>
    <message numerus="yes">
        <source>After %Ln minutes</source>
        <translation>
            <numerusform>After %Ln minute</numerusform>
            <numerusform>After %Ln minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::RecordCheckBar</name>
    <message numerus="yes">
        <source>%Ln entries hold together; checkpoints cover %1 of them. Whether the checkpoints are signed by your key, gatehouse audit verify says.</source>
        <translation>
            <numerusform>%Ln entry holds together; checkpoints cover %1 of it. Whether the checkpoints are signed by your key, gatehouse audit verify says.</numerusform>
            <numerusform>%Ln entries hold together; checkpoints cover %1 of them. Whether the checkpoints are signed by your key, gatehouse audit verify says.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SecretWords</name>
    <message numerus="yes">
        <source>%Ln hours</source>
        <translation>
            <numerusform>%Ln hour</numerusform>
            <numerusform>%Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
</context>
</TS>
