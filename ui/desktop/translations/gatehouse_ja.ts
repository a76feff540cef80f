<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>PolicyPreview</name>
    <message>
        <source>%1 to %2</source>
        <comment>between two numbers</comment>
        <translation>%1～%2</translation>
    </message>
</context>
<context>
    <name>gatehouse::client::AdminSession</name>
    <message>
        <source>The username or the password is wrong</source>
        <translation>ユーザー名またはパスワードが違います</translation>
    </message>
    <message>
        <source>Check both. After several wrong tries the server waits a minute.</source>
        <translation>両方を確認してください。何度か間違えると、サーバーは 1 分間待機します。</translation>
    </message>
    <message>
        <source>You were signed out meanwhile</source>
        <translation>その間にサインアウトされました</translation>
    </message>
    <message>
        <source>The session has ended or was revoked. Sign in again.</source>
        <translation>セッションが終了したか、取り消されました。もう一度サインインしてください。</translation>
    </message>
</context>
<context>
    <name>gatehouse::client::CertificateProbe</name>
    <message>
        <source>It does not answer.</source>
        <translation>応答がありません。</translation>
    </message>
</context>
<context>
    <name>gatehouse::client::Trouble</name>
    <message>
        <source>The server does not answer</source>
        <translation>サーバーが応答しません</translation>
    </message>
    <message>
        <source>Check that it runs and that this machine reaches it. The console tries again by itself.</source>
        <translation>サーバーが動作していて、このコンピューターから到達できるか確認してください。コンソールは自動的に再試行します。</translation>
    </message>
    <message>
        <source>This server does not offer it</source>
        <translation>このサーバーにはこの機能がありません</translation>
    </message>
    <message>
        <source>Its version is older than this console, or it was built without this part. Update the server.</source>
        <translation>サーバーがこのコンソールより古いか、この機能なしでビルドされています。サーバーを更新してください。</translation>
    </message>
    <message>
        <source>You are signed out</source>
        <translation>サインアウトしています</translation>
    </message>
    <message>
        <source>The session has ended or was revoked. Sign in again.</source>
        <translation>セッションが終了したか、取り消されました。もう一度サインインしてください。</translation>
    </message>
    <message>
        <source>Your role does not allow this</source>
        <translation>あなたの役割では許可されていません</translation>
    </message>
    <message>
        <source>Ask an administrator to do it, or to change your role.</source>
        <translation>管理者に実行してもらうか、役割の変更を依頼してください。</translation>
    </message>
    <message>
        <source>It is not there any more</source>
        <translation>もう存在しません</translation>
    </message>
    <message>
        <source>Somebody removed it meanwhile. Refresh to see what is there.</source>
        <translation>その間に誰かが削除しました。更新して現在の内容を確認してください。</translation>
    </message>
    <message>
        <source>The server refused</source>
        <translation>サーバーが拒否しました</translation>
    </message>
    <message>
        <source>It would break a rule, or somebody else has changed it. Refresh and try again.</source>
        <translation>規則に反するか、他の人が変更しました。更新してからもう一度お試しください。</translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation>リクエストが多すぎます</translation>
    </message>
    <message>
        <source>The server takes the next one in %1 s.</source>
        <translation>サーバーは %1 秒後に次のリクエストを受け付けます。</translation>
    </message>
    <message>
        <source>The server refused what was entered</source>
        <translation>サーバーが入力内容を拒否しました</translation>
    </message>
    <message>
        <source>Check the input.</source>
        <translation>入力内容を確認してください。</translation>
    </message>
    <message>
        <source>The server is not ready</source>
        <translation>サーバーの準備ができていません</translation>
    </message>
    <message>
        <source>The server has failed</source>
        <translation>サーバーでエラーが発生しました</translation>
    </message>
    <message>
        <source>It is starting, stopping, or misses something it needs. See its health.</source>
        <translation>起動中、停止中、または必要なものが欠けています。稼働状況を確認してください。</translation>
    </message>
    <message>
        <source>Look into its log for the reference below.</source>
        <translation>ログで下の参照番号を検索してください。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::AccessPage</name>
    <message>
        <source>Users</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>アクセス</translation>
    </message>
    <message>
        <source>New user…</source>
        <translation>新しいユーザー…</translation>
    </message>
    <message>
        <source>Make it: %1</source>
        <translation>役割を変更: %1</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>無効にする</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>削除…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>New user</source>
        <translation>新しいユーザー</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>有効にする</translation>
    </message>
    <message>
        <source>Remove the user %1 from %2?</source>
        <translation>ユーザー %1 を %2 から削除しますか？</translation>
    </message>
    <message>
        <source>Their sessions end at once. What they did stays in the record. This cannot be undone; disabling can.</source>
        <translation>セッションは直ちに終了します。これまでの操作は監査記録に残ります。削除は元に戻せませんが、無効化は元に戻せます。</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 を削除</translation>
    </message>
    <message>
        <source>Who may sign in, as what, and where they are signed in; who may send secrets without an account.</source>
        <translation>誰がどの役割でサインインでき、どこでサインインしているか。アカウントなしで秘密を送れるのは誰か。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::Alerts</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::AskCard</name>
    <message>
        <source>Ask for a secret</source>
        <translation>秘密を依頼する</translation>
    </message>
    <message>
        <source>How long it can be answered</source>
        <translation>回答できる期間</translation>
    </message>
    <message>
        <source>Make the link</source>
        <translation>リンクを作成</translation>
    </message>
    <message>
        <source>Whoever has the link can answer, once. Only this console can open the answer.</source>
        <translation>リンクを持つ人は一度だけ回答できます。回答を開けるのはこのコンソールだけです。</translation>
    </message>
    <message>
        <source>Link for the answer</source>
        <translation>回答用のリンク</translation>
    </message>
    <message>
        <source>The password of the mail server</source>
        <translation>メールサーバーのパスワード</translation>
    </message>
    <message>
        <source>What is asked for</source>
        <translation>依頼する内容</translation>
    </message>
    <message>
        <source>Make the link to ask</source>
        <translation>依頼用のリンクを作成</translation>
    </message>
    <message>
        <source>What is as&amp;ked for</source>
        <translation>依頼する内容(&amp;K)</translation>
    </message>
    <message>
        <source>Can be &amp;answered for</source>
        <translation>回答できる期間(&amp;A)</translation>
    </message>
    <message>
        <source>Send the link to who has the secret. They enter it in a browser, where it is encrypted for this console before it leaves them; they need no account.</source>
        <translation>秘密を持っている人にリンクを送ってください。ブラウザーで入力すると、送信前にこのコンソール向けに暗号化されます。アカウントは不要です。</translation>
    </message>
    <message>
        <source>Copied; it is taken off the clipboard after half a minute.</source>
        <translation>コピーしました。30 秒後にクリップボードから消えます。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::AskedList</name>
    <message>
        <source>Not answered</source>
        <translation>未回答</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>回答あり</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>受け取り済み</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>期限切れ</translation>
    </message>
    <message>
        <source>A secret</source>
        <translation>秘密</translation>
    </message>
    <message>
        <source>Asked for from here</source>
        <translation>ここから依頼したもの</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>まだありません</translation>
    </message>
    <message>
        <source>What you ask for appears here until you sign out. The key to an answer is only in this window; save it if you close the console before it comes.</source>
        <translation>依頼した内容は、サインアウトするまでここに表示されます。回答の鍵はこのウィンドウにしかありません。届く前にコンソールを閉じる場合は保存してください。</translation>
    </message>
    <message>
        <source>Asked %1, until %2.</source>
        <translation>依頼 %1、期限 %2。</translation>
    </message>
    <message>
        <source>Save the key to “%1”</source>
        <translation>「%1」の鍵を保存</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>受け取る</translation>
    </message>
    <message>
        <source>Collect “%1”</source>
        <translation>「%1」を受け取る</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::Attention</name>
    <message>
        <source>%1 does not work</source>
        <translation>%1 が動作していません</translation>
    </message>
    <message>
        <source>%1 is in trouble</source>
        <translation>%1 に問題があります</translation>
    </message>
    <message>
        <source>The server&apos;s last check of it failed.</source>
        <translation>サーバーによる直近の検査が失敗しました。</translation>
    </message>
    <message>
        <source>See health</source>
        <translation>稼働状況を見る</translation>
    </message>
    <message>
        <source>See settings</source>
        <translation>設定を見る</translation>
    </message>
    <message>
        <source>See limits</source>
        <translation>制限を見る</translation>
    </message>
    <message>
        <source>%1 % of requests fail</source>
        <translation>リクエストの %1 % が失敗しています</translation>
    </message>
    <message>
        <source>The log says why.</source>
        <translation>原因はログにあります。</translation>
    </message>
    <message>
        <source>See the log</source>
        <translation>ログを見る</translation>
    </message>
    <message>
        <source>A spent token was used again</source>
        <translation>使用済みトークンが再び使われました</translation>
    </message>
    <message>
        <source>From %1. Somebody may have stolen it; its sessions were ended.</source>
        <translation>%1 から。盗まれた可能性があるため、そのセッションは終了されました。</translation>
    </message>
    <message>
        <source>See the record</source>
        <translation>監査記録を見る</translation>
    </message>
    <message>
        <source>Sign-ins refused lately: %1</source>
        <translation>最近拒否されたサインイン: %1</translation>
    </message>
    <message>
        <source>Somebody may be guessing passwords.</source>
        <translation>誰かがパスワードを推測している可能性があります。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::AuditDetail</name>
    <message>
        <source>Entry</source>
        <translation>エントリ</translation>
    </message>
    <message>
        <source>Close the entry</source>
        <translation>エントリを閉じる</translation>
    </message>
    <message>
        <source>As the server keeps it</source>
        <translation>サーバーが保存している形</translation>
    </message>
    <message>
        <source>The raw entry</source>
        <translation>生のエントリ</translation>
    </message>
    <message>
        <source>Prove</source>
        <translation>証明</translation>
    </message>
    <message>
        <source>Has the server prove that this entry is in the signed record</source>
        <translation>このエントリが署名された記録にあることをサーバーに証明させます</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>By</source>
        <translation>実行者</translation>
    </message>
    <message>
        <source>To</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>From</source>
        <translation>送信元</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>No checkpoint covers this entry yet. The next is signed within a minute; then try again.</source>
        <translation>このエントリを含むチェックポイントはまだありません。次は 1 分以内に署名されます。その後もう一度お試しください。</translation>
    </message>
    <message>
        <source>Proven: these bytes are entry %1 of the %2 that the checkpoint of %3 commits to.</source>
        <translation>証明済み: これらのバイト列は、%3 のチェックポイントが保証する %2 件のうちのエントリ %1 です。</translation>
    </message>
    <message>
        <source>The proof does not hold. Keep a copy of the record and look into it.</source>
        <translation>証明が成立しません。監査記録のコピーを保管し、調査してください。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::AuditFilterBar</name>
    <message>
        <source>When</source>
        <translation>いつ</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>何をしたか</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>どう終わったか</translation>
    </message>
    <message>
        <source>Search in the record</source>
        <translation>監査記録を検索</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>From which address</source>
        <translation>どのアドレスから</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>すべての期間</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>過去 7 日間</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>過去 30 日間</translation>
    </message>
    <message>
        <source>Any outcome</source>
        <translation>すべての結果</translation>
    </message>
    <message>
        <source>Anything</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>フィルターを解除</translation>
    </message>
    <message>
        <source>Who did it</source>
        <translation>誰がしたか</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>誰でも</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::AuditModel</name>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>By</source>
        <translation>実行者</translation>
    </message>
    <message>
        <source>To</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>From</source>
        <translation>送信元</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::AuditPage</name>
    <message>
        <source>Entries of the record</source>
        <translation>監査記録のエントリ</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>監査</translation>
    </message>
    <message>
        <source>Who did what, in a record that nobody can quietly change.</source>
        <translation>誰が何をしたかを、密かに書き換えられない記録で。</translation>
    </message>
    <message>
        <source>Check the whole record</source>
        <translation>監査記録全体を検査</translation>
    </message>
    <message>
        <source>Export the record…</source>
        <translation>監査記録をエクスポート…</translation>
    </message>
    <message>
        <source>Search in the record</source>
        <translation>監査記録を検索</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Check record</source>
        <translation>記録を検査</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>エクスポート…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries, in a record that nobody can quietly change.</source>
        <translation>
            <numerusform>%Ln 件のエントリ。密かに書き換えることはできません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries found.</source>
        <translation>
            <numerusform>%Ln 件見つかりました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries found so far; scroll for more.</source>
        <translation>
            <numerusform>これまでに %Ln 件。続きはスクロールしてください。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>見つかりませんでした</translation>
    </message>
    <message>
        <source>No entry of the record is like this.</source>
        <translation>一致するエントリはありません。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>フィルターを解除</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>まだ何も起きていません</translation>
    </message>
    <message>
        <source>The first sign-in will be the first entry.</source>
        <translation>最初のサインインが最初のエントリになります。</translation>
    </message>
    <message>
        <source>Export the record</source>
        <translation>監査記録をエクスポート</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::CertificateStep</name>
    <message>
        <source>Connecting to %1</source>
        <translation>%1 に接続しています</translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation>この証明書を信頼する</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>接続中</translation>
    </message>
    <message>
        <source>Use another server</source>
        <translation>別のサーバーを使う</translation>
    </message>
    <message>
        <source>Is this %1?</source>
        <translation>これは %1 ですか？</translation>
    </message>
    <message>
        <source>Nobody this computer trusts vouches for its certificate. Compare the fingerprint with the one its administrator tells you; it is remembered, and asked about again only if it changes.</source>
        <translation>このコンピューターが信頼する認証局はこの証明書を保証していません。管理者から伝えられたフィンガープリントと比べてください。記憶され、変わったときだけ再び尋ねます。</translation>
    </message>
    <message>
        <source>The certificate of %1 has changed</source>
        <translation>%1 の証明書が変わりました</translation>
    </message>
    <message>
        <source>The new one is vouched for, as after a renewal. If nobody has renewed it, somebody may stand between.</source>
        <translation>新しい証明書は、更新後のように認証局に保証されています。誰も更新していないなら、誰かが間に入っている可能性があります。</translation>
    </message>
    <message>
        <source>Nobody this computer trusts vouches for the new one. Unless its administrator tells you why, somebody stands between you and the server: do not sign in.</source>
        <translation>このコンピューターが信頼する認証局は新しい証明書を保証していません。管理者から理由の説明がない限り、誰かがあなたとサーバーの間に入っています。サインインしないでください。</translation>
    </message>
    <message>
        <source>Made out to</source>
        <translation>発行先</translation>
    </message>
    <message>
        <source>By</source>
        <translation>発行者</translation>
    </message>
    <message>
        <source>itself</source>
        <translation>自己署名</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>フィンガープリント</translation>
    </message>
    <message>
        <source>It was</source>
        <translation>以前</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>%1 に到達できません</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::CommandPalette</name>
    <message>
        <source>Find a page or an action</source>
        <translation>ページや操作を検索</translation>
    </message>
    <message>
        <source>Pages and actions</source>
        <translation>ページと操作</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ConfirmDialog</name>
    <message>
        <source>Type %1 to go on:</source>
        <translation>続けるには %1 と入力してください:</translation>
    </message>
    <message>
        <source>Type %1 to go on</source>
        <translation>続けるには %1 と入力してください</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ConnectionLabel</name>
    <message>
        <source>Connected</source>
        <translation>接続済み</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>応答なし</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>接続中…</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ConsolePages</name>
    <message>
        <source>Watch</source>
        <translation>監視</translation>
    </message>
    <message>
        <source>Manage</source>
        <translation>管理</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>稼働状況</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>監査</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>アクセス</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>制限</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>共有</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>シークレット</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::CopyOnce</name>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>The new value</source>
        <translation>新しい値</translation>
    </message>
    <message numerus="yes">
        <source>It leaves the clipboard by itself after %Ln seconds.</source>
        <translation>
            <numerusform>%Ln 秒後にクリップボードから自動的に消えます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隠す</translation>
    </message>
    <message>
        <source>It is off the clipboard again.</source>
        <translation>クリップボードから消去されました。</translation>
    </message>
    <message>
        <source>Copied. It leaves the clipboard in %1 s.</source>
        <translation>コピーしました。%1 秒後にクリップボードから消えます。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::DependencyCard</name>
    <message>
        <source>ms to answer</source>
        <translation>ms で応答</translation>
    </message>
    <message>
        <source>Last trouble seen at %1. %2</source>
        <translation>直近の問題: %1。%2</translation>
    </message>
    <message>
        <source>No trouble seen since this console was opened.</source>
        <translation>このコンソールを開いてから問題は見られません。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::EventList</name>
    <message>
        <source>%1 from %2</source>
        <translation>%1（%2 から）</translation>
    </message>
    <message>
        <source>Latest events</source>
        <translation>最近のイベント</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::EventWords</name>
    <message>
        <source>Sign-in</source>
        <translation>サインイン</translation>
    </message>
    <message>
        <source>Sign-out</source>
        <translation>サインアウト</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>登録</translation>
    </message>
    <message>
        <source>Renewal of a session</source>
        <translation>セッションの更新</translation>
    </message>
    <message>
        <source>Second use of a spent token</source>
        <translation>使用済みトークンの再使用</translation>
    </message>
    <message>
        <source>Change of a password</source>
        <translation>パスワードの変更</translation>
    </message>
    <message>
        <source>End of a session by somebody</source>
        <translation>他の人によるセッションの終了</translation>
    </message>
    <message>
        <source>New user</source>
        <translation>新しいユーザー</translation>
    </message>
    <message>
        <source>Change of a user</source>
        <translation>ユーザーの変更</translation>
    </message>
    <message>
        <source>Removal of a user</source>
        <translation>ユーザーの削除</translation>
    </message>
    <message>
        <source>New token</source>
        <translation>新しいトークン</translation>
    </message>
    <message>
        <source>Use of a token</source>
        <translation>トークンの使用</translation>
    </message>
    <message>
        <source>Revocation of a token</source>
        <translation>トークンの失効</translation>
    </message>
    <message>
        <source>New agent</source>
        <translation>新しいエージェント</translation>
    </message>
    <message>
        <source>Change of an agent</source>
        <translation>エージェントの変更</translation>
    </message>
    <message>
        <source>Revocation of an agent</source>
        <translation>エージェントの失効</translation>
    </message>
    <message>
        <source>Agent&apos;s request</source>
        <translation>エージェントのリクエスト</translation>
    </message>
    <message>
        <source>New one-time secret</source>
        <translation>新しい一度きりの秘密</translation>
    </message>
    <message>
        <source>Opening of a one-time secret</source>
        <translation>一度きりの秘密の開封</translation>
    </message>
    <message>
        <source>One-time secret expired</source>
        <translation>一度きりの秘密の期限切れ</translation>
    </message>
    <message>
        <source>New value of a secret</source>
        <translation>シークレットの新しい値</translation>
    </message>
    <message>
        <source>Generation of a secret</source>
        <translation>シークレットの生成</translation>
    </message>
    <message>
        <source>Rotation of a secret</source>
        <translation>シークレットのローテーション</translation>
    </message>
    <message>
        <source>Export of secrets</source>
        <translation>シークレットのエクスポート</translation>
    </message>
    <message>
        <source>Signing key created</source>
        <translation>署名鍵作成</translation>
    </message>
    <message>
        <source>Signing key in use</source>
        <translation>署名鍵の使用開始</translation>
    </message>
    <message>
        <source>Signing key retired</source>
        <translation>署名鍵の引退</translation>
    </message>
    <message>
        <source>Caller over a limit</source>
        <translation>呼び出し元が制限超過</translation>
    </message>
    <message>
        <source>Change of a limit</source>
        <translation>制限の変更</translation>
    </message>
    <message>
        <source>Reset of a limit</source>
        <translation>制限のリセット</translation>
    </message>
    <message>
        <source>Reload of the settings</source>
        <translation>設定の再読み込み</translation>
    </message>
    <message>
        <source>Change of the settings</source>
        <translation>設定の変更</translation>
    </message>
    <message>
        <source>Server started</source>
        <translation>サーバー起動</translation>
    </message>
    <message>
        <source>Server stopping</source>
        <translation>サーバー停止中</translation>
    </message>
    <message>
        <source>Server stopped</source>
        <translation>サーバー停止</translation>
    </message>
    <message>
        <source>Dependency in trouble</source>
        <translation>依存サービスの障害</translation>
    </message>
    <message>
        <source>Dependency recovered</source>
        <translation>依存サービスの復旧</translation>
    </message>
    <message>
        <source>Entries were lost</source>
        <translation>エントリの欠落</translation>
    </message>
    <message>
        <source>Export of the record</source>
        <translation>記録のエクスポート</translation>
    </message>
    <message>
        <source>Old entries removed</source>
        <translation>古いエントリの削除</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>The server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Nobody known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>%1, at the command line</source>
        <translation>%1（コマンドライン）</translation>
    </message>
    <message>
        <source>Request of somebody who may not</source>
        <translation>権限のないリクエスト</translation>
    </message>
    <message>
        <source>Burning of a one-time secret</source>
        <translation>一度きりの秘密の破棄</translation>
    </message>
    <message>
        <source>Request for a one-time secret</source>
        <translation>一度きりの秘密の依頼</translation>
    </message>
    <message>
        <source>Answer to a request for a secret</source>
        <translation>秘密の依頼への回答</translation>
    </message>
    <message>
        <source>Collection of an answer</source>
        <translation>回答の受け取り</translation>
    </message>
    <message>
        <source>Signing key only verifies</source>
        <translation>署名鍵は検証のみ</translation>
    </message>
    <message>
        <source>Webhook tried again</source>
        <translation>Webhook を再試行</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ExemptionList</name>
    <message>
        <source>Never limited</source>
        <translation>制限の対象外</translation>
    </message>
    <message>
        <source>Nobody: every address is under the limits.</source>
        <translation>なし: すべてのアドレスに制限が適用されます。</translation>
    </message>
    <message>
        <source>Address or range</source>
        <translation>アドレスまたは範囲</translation>
    </message>
    <message>
        <source>Address or range that is never limited</source>
        <translation>制限しないアドレスまたは範囲</translation>
    </message>
    <message>
        <source>Never limit this address</source>
        <translation>このアドレスを制限しない</translation>
    </message>
    <message>
        <source>Limit %1 again</source>
        <translation>%1 を再び制限する</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ExportDialog</name>
    <message>
        <source>Export the names of secrets</source>
        <translation>シークレットの名前をエクスポート</translation>
    </message>
    <message>
        <source>A .env file</source>
        <translation>.env ファイル</translation>
    </message>
    <message>
        <source>Docker secrets, for Compose</source>
        <translation>Docker シークレット（Compose 用）</translation>
    </message>
    <message>
        <source>Kubernetes Secret</source>
        <translation>Kubernetes Secret</translation>
    </message>
    <message>
        <source>Kubernetes ExternalSecret</source>
        <translation>Kubernetes ExternalSecret</translation>
    </message>
    <message>
        <source>systemd credentials</source>
        <translation>systemd クレデンシャル</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation>形式(&amp;F)</translation>
    </message>
    <message>
        <source>No server gives values away, so this has places for them. With values, on the server&apos;s own machine:</source>
        <translation>サーバーは値を渡さないため、ここには値の入る場所だけがあります。値を含める場合は、サーバー上で実行します:</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>%1 に書き込みました</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 に書き込めません: %2</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::HealthPage</name>
    <message>
        <source>Health</source>
        <translation>稼働状況</translation>
    </message>
    <message>
        <source>What the server needs, how fast it answers, and what goes without it.</source>
        <translation>サーバーが必要とするもの、その応答の速さ、それがないと失われること。</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>今すぐ検査</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::HealthWords</name>
    <message>
        <source>Works</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>In trouble</source>
        <translation>問題あり</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>データベース</translation>
    </message>
    <message>
        <source>Audit record</source>
        <translation>監査記録</translation>
    </message>
    <message>
        <source>Redis</source>
        <translation>Redis</translation>
    </message>
    <message>
        <source>Without it nobody signs in and nothing is administered; tokens that were given out go on working.</source>
        <translation>これがないと、誰もサインインできず、管理もできません。発行済みのトークンは使えます。</translation>
    </message>
    <message>
        <source>Without it no administrative act happens, as none may go unrecorded.</source>
        <translation>これがないと管理操作は行われません。記録されない操作は許されないためです。</translation>
    </message>
    <message>
        <source>Without it each instance counts limits by itself, or refuses, as its policy says.</source>
        <translation>これがないと、各インスタンスはポリシーに従い、個別に制限を数えるか拒否します。</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>秒</translation>
    </message>
    <message>
        <source>min</source>
        <comment>minutes</comment>
        <translation>分</translation>
    </message>
    <message>
        <source>h</source>
        <comment>hours</comment>
        <translation>時間</translation>
    </message>
    <message numerus="yes">
        <source>days</source>
        <comment>after the number</comment>
        <translation>
            <numerusform>日</numerusform>
        </translation>
    </message>
    <message>
        <source>One-time secrets</source>
        <translation>一度きりの秘密</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Without it no one-time secret is taken in or handed out.</source>
        <translation>これがないと、一度きりの秘密の受け付けも引き渡しもできません。</translation>
    </message>
    <message>
        <source>Without it events wait here, and are told later.</source>
        <translation>これがないと、イベントはここで待機し、後で通知されます。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ImportDialog</name>
    <message>
        <source>Choose file…</source>
        <translation>ファイルを選択…</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>取り込む</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Import from a .env file</source>
        <translation>.env ファイルからインポート</translation>
    </message>
    <message>
        <source>Secrets in the file</source>
        <translation>ファイル内のシークレット</translation>
    </message>
    <message>
        <source>Choose a file of lines like NAME=value. Only names that this server knows are taken; values go to the server and are not shown.</source>
        <translation>NAME=値 の形の行からなるファイルを選択してください。このサーバーが知っている名前だけが取り込まれます。値はサーバーに送られ、表示されません。</translation>
    </message>
    <message>
        <source>%1 is larger than 1 MiB.</source>
        <translation>%1 は 1 MiB を超えています。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 を読み込めません: %2</translation>
    </message>
    <message>
        <source>The file cannot be taken:</source>
        <translation>このファイルは取り込めません:</translation>
    </message>
    <message>
        <source>%1 – in place of the one from: %2</source>
        <translation>%1 – 現在の取得元と置き換え: %2</translation>
    </message>
    <message>
        <source>There is no secret of this server in the file.</source>
        <translation>ファイルにこのサーバーのシークレットはありません。</translation>
    </message>
    <message>
        <source>All of the file is known here.</source>
        <translation>ファイルの内容はすべてここで使われています。</translation>
    </message>
    <message>
        <source>Left alone, as no secret of this server, twice, or without a value: %1</source>
        <translation>対象外、重複、または値がないため取り込まないもの: %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>All of it is taken over.</source>
        <translation>すべて取り込みました。</translation>
    </message>
    <message>
        <source>Some could not be taken over; the list says why.</source>
        <translation>取り込めなかったものがあります。理由は一覧にあります。</translation>
    </message>
    <message>
        <source>Taking over %1…</source>
        <translation>%1 を取り込み中…</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::KeyTimeline</name>
    <message>
        <source>Lives of the signing keys</source>
        <translation>署名鍵のライフサイクル</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>署名中</translation>
    </message>
    <message>
        <source>Still verifies</source>
        <translation>検証のみ</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次の鍵</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>%1 から</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>%1 まで</translation>
    </message>
    <message>
        <source>from the next rotation on</source>
        <translation>次のローテーションから</translation>
    </message>
    <message>
        <source>%1 …%2 %3.</source>
        <comment>Signs …3f9a since 11:30.</comment>
        <translation>%1 …%2 %3。</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LanguageBox</name>
    <message>
        <source>As the system does</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Language of the console</source>
        <translation>コンソールの言語</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LatencyLine</name>
    <message>
        <source>Latency: %1 ms now, %2 ms at most</source>
        <translation>レイテンシ: 現在 %1 ms、最大 %2 ms</translation>
    </message>
    <message>
        <source>at most %1 ms</source>
        <translation>最大 %1 ms</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LifeChoice</name>
    <message>
        <source>10 minutes</source>
        <translation>10 分</translation>
    </message>
    <message>
        <source>An hour</source>
        <translation>1 時間</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>1 日</translation>
    </message>
    <message>
        <source>3 days</source>
        <translation>3 日</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 日</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LimitWords</name>
    <message>
        <source>Every address</source>
        <translation>すべてのアドレス</translation>
    </message>
    <message>
        <source>Every account</source>
        <translation>すべてのアカウント</translation>
    </message>
    <message>
        <source>Sign-ins by address</source>
        <translation>アドレスごとのサインイン</translation>
    </message>
    <message>
        <source>Sign-ins by account</source>
        <translation>アカウントごとのサインイン</translation>
    </message>
    <message>
        <source>Probes and metrics</source>
        <translation>ヘルスチェックとメトリクス</translation>
    </message>
    <message>
        <source>All that one address asks for.</source>
        <translation>1 つのアドレスからのすべてのリクエスト。</translation>
    </message>
    <message>
        <source>All that somebody who is signed in asks for.</source>
        <translation>サインイン中の人からのすべてのリクエスト。</translation>
    </message>
    <message>
        <source>Keeps one address from guessing passwords.</source>
        <translation>1 つのアドレスからのパスワード推測を防ぎます。</translation>
    </message>
    <message>
        <source>Keeps many addresses from guessing one.</source>
        <translation>多数のアドレスからの 1 つのパスワードの推測を防ぎます。</translation>
    </message>
    <message>
        <source>Apart from the rest, so that a busy caller never looks like a sick server.</source>
        <translation>他とは別に数えるので、多忙な呼び出し元のせいでサーバーの障害に見えることはありません。</translation>
    </message>
    <message>
        <source>a second</source>
        <translation>毎秒</translation>
    </message>
    <message>
        <source>a minute</source>
        <translation>毎分</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>毎時</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>毎日</translation>
    </message>
    <message>
        <source>in %1 hours</source>
        <translation>（%1 時間あたり）</translation>
    </message>
    <message>
        <source>in %1 minutes</source>
        <translation>（%1 分あたり）</translation>
    </message>
    <message>
        <source>in %1 s</source>
        <translation>（%1 秒あたり）</translation>
    </message>
    <message>
        <source>%1 %2, %3 at once</source>
        <comment>60 a minute, 30 at once</comment>
        <translation>%1 件 %2、同時に %3 件</translation>
    </message>
    <message>
        <source>one request every %1 s</source>
        <translation>%1 秒に 1 件のリクエスト</translation>
    </message>
    <message>
        <source>%1 requests a second</source>
        <translation>毎秒 %1 件のリクエスト</translation>
    </message>
    <message>
        <source>Who asks steadily gets %1. Who was silent for %2 s may send %3 at once.</source>
        <translation>継続的な要求では%1まで。%2 秒間要求がなければ、一度に %3 件送れます。</translation>
    </message>
    <message>
        <source>Each instance counts for itself</source>
        <translation>各インスタンスが個別に数える</translation>
    </message>
    <message>
        <source>Refuse (503)</source>
        <translation>拒否する (503)</translation>
    </message>
    <message>
        <source>Let everybody through</source>
        <translation>全員を通す</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LimitsPage</name>
    <message>
        <source>Limits</source>
        <translation>制限</translation>
    </message>
    <message>
        <source>How much each caller may ask for. What is changed here holds from the next request on.</source>
        <translation>各呼び出し元が要求できる量。ここでの変更は次のリクエストから有効です。</translation>
    </message>
    <message>
        <source>Turn all limits off…</source>
        <translation>すべての制限をオフ…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Turn off…</source>
        <translation>オフにする…</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>オンにする</translation>
    </message>
    <message>
        <source>Turn the limits on</source>
        <translation>制限をオンにする</translation>
    </message>
    <message>
        <source>The limit “%1” was changed.</source>
        <translation>制限「%1」を変更しました。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>The limit “%1” is as it was.</source>
        <translation>制限「%1」を元に戻しました。</translation>
    </message>
    <message>
        <source>Who is never limited was changed.</source>
        <translation>制限の対象外を変更しました。</translation>
    </message>
    <message>
        <source>It is as it was.</source>
        <translation>元に戻しました。</translation>
    </message>
    <message>
        <source>%1 has everything back.</source>
        <translation>%1 の利用枠をすべて戻しました。</translation>
    </message>
    <message>
        <source>The limits hold again.</source>
        <translation>制限が再び有効になりました。</translation>
    </message>
    <message>
        <source>Turn off all limits of %1?</source>
        <translation>%1 のすべての制限をオフにしますか？</translation>
    </message>
    <message>
        <source>Anybody may then ask for as much as they like, and guess passwords as fast as the server answers. It stays so until you turn them on again.</source>
        <translation>誰でも無制限に要求でき、サーバーの応答速度でパスワードを推測できるようになります。再びオンにするまでこの状態が続きます。</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>オフにする</translation>
    </message>
    <message>
        <source>Nobody is limited any more.</source>
        <translation>もう誰も制限されません。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LinkBox</name>
    <message>
        <source>Copy link</source>
        <translation>リンクをコピー</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LoadLine</name>
    <message>
        <source>%1 a second let through, %2 a second refused</source>
        <translation>毎秒 %1 件を許可、毎秒 %2 件を拒否</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LocalSetupStep</name>
    <message>
        <source>Set up your server</source>
        <translation>サーバーを設定します</translation>
    </message>
    <message>
        <source>Return takes what is proposed. All of it can be changed later.</source>
        <translation>Enter キーで提案どおりに進みます。すべて後から変更できます。</translation>
    </message>
    <message>
        <source>&amp;Test the connection</source>
        <translation>接続をテスト(&amp;T)</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Use the &amp;keychain of this system</source>
        <translation>このシステムのキーチェーンを使う(&amp;K)</translation>
    </message>
    <message>
        <source>It keeps the passwords of the server, and what its keys are sealed with. Without it, whoever can read the data folder has the keys.</source>
        <translation>サーバーのパスワードと、鍵を封印するものを保管します。使わない場合、データフォルダーを読める人は誰でも鍵を手に入れられます。</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>選択: %1</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>データ(&amp;D)</translation>
    </message>
    <message>
        <source>Folder of the server&apos;s data</source>
        <translation>サーバーのデータのフォルダー</translation>
    </message>
    <message>
        <source>Count limits in a &amp;Redis</source>
        <translation>制限を Redis で数える(&amp;R)</translation>
    </message>
    <message>
        <source>So that several servers count together, and a restart forgets nothing.</source>
        <translation>複数のサーバーが一緒に数え、再起動しても忘れません。</translation>
    </message>
    <message>
        <source>Address of Redis</source>
        <translation>Redis のアドレス</translation>
    </message>
    <message>
        <source>Add&amp;ress</source>
        <translation>アドレス(&amp;E)</translation>
    </message>
    <message>
        <source>Speak T&amp;LS</source>
        <translation>TLS を使う(&amp;L)</translation>
    </message>
    <message>
        <source>With a certificate of your own. Only this computer can reach the server, so it also does without.</source>
        <translation>自分の証明書を使います。サーバーにはこのコンピューターからしか届かないため、なくても構いません。</translation>
    </message>
    <message>
        <source>&amp;Certificate</source>
        <translation>証明書(&amp;C)</translation>
    </message>
    <message>
        <source>File of the certificate and its chain</source>
        <translation>証明書とそのチェーンのファイル</translation>
    </message>
    <message>
        <source>Its ke&amp;y</source>
        <translation>その鍵(&amp;Y)</translation>
    </message>
    <message>
        <source>File of the certificate&apos;s key</source>
        <translation>証明書の鍵のファイル</translation>
    </message>
    <message>
        <source>Trying it out</source>
        <translation>試しています</translation>
    </message>
    <message>
        <source>Use another server</source>
        <translation>別のサーバーを使う</translation>
    </message>
    <message>
        <source>Without a keychain there is no safe place for its address: start this program with the variable REDIS_URL instead.</source>
        <translation>キーチェーンがなければ、そのアドレスを安全に置く場所がありません。代わりに変数 REDIS_URL を付けてこのプログラムを起動してください。</translation>
    </message>
    <message>
        <source>Enter the address of the Redis, or leave it out.</source>
        <translation>Redis のアドレスを入力するか、使わないことにしてください。</translation>
    </message>
    <message>
        <source>Choose the files of the certificate and of its key, or leave them out.</source>
        <translation>証明書とその鍵のファイルを選ぶか、使わないことにしてください。</translation>
    </message>
    <message>
        <source>Is Redis running there, may this computer reach it, and are user and password right? With TLS the address begins with rediss://.</source>
        <translation>Redis はそこで動いていますか。このコンピューターから届きますか。ユーザーとパスワードは正しいですか。TLS の場合、アドレスは rediss:// で始まります。</translation>
    </message>
    <message>
        <source>It answers: %1</source>
        <translation>応答しました: %1</translation>
    </message>
    <message>
        <source>It cannot be used here (%1). Return goes on without it.</source>
        <translation>ここでは使えません (%1)。Enter キーを押すと、使わずに続けます。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LockScreen</name>
    <message>
        <source>Locked</source>
        <translation>ロック中</translation>
    </message>
    <message>
        <source>Nobody was here for a while. You are still signed in as %1.</source>
        <translation>しばらく操作がありませんでした。%1 としてサインインしたままです。</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>ロック解除</translation>
    </message>
    <message>
        <source>Password to unlock</source>
        <translation>ロック解除のパスワード</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>サインアウト</translation>
    </message>
    <message>
        <source>The password is wrong.</source>
        <translation>パスワードが違います。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LogDetail</name>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Close the line</source>
        <translation>行を閉じる</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Same request</source>
        <translation>同じリクエスト</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LogFilterBar</name>
    <message>
        <source>Search in the log</source>
        <translation>ログを検索</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Information and worse</source>
        <translation>情報以上</translation>
    </message>
    <message>
        <source>Warnings and worse</source>
        <translation>警告以上</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>How bad</source>
        <translation>深刻度</translation>
    </message>
    <message>
        <source>Every part</source>
        <translation>すべての部分</translation>
    </message>
    <message>
        <source>Part of the server</source>
        <translation>サーバーの部分</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>フィルターを解除</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LogModel</name>
    <message>
        <source>Debug</source>
        <translation>デバッグ</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>情報</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>レベル</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>メッセージ</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LogsPage</name>
    <message>
        <source>Lines of the log</source>
        <translation>ログの行</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>What the server writes down, as it does; secrets are masked.</source>
        <translation>サーバーが書き出す内容をリアルタイムで。秘密は伏せられます。</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>追跡</translation>
    </message>
    <message>
        <source>Pause or follow the log</source>
        <translation>ログを一時停止／追跡</translation>
    </message>
    <message>
        <source>Search in the log</source>
        <translation>ログを検索</translation>
    </message>
    <message>
        <source>Clear what is shown</source>
        <translation>表示を消去</translation>
    </message>
    <message>
        <source>Save what is shown…</source>
        <translation>表示内容を保存…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Follow the log</source>
        <translation>ログを追跡</translation>
    </message>
    <message>
        <source>Pause the log</source>
        <translation>ログを一時停止</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>消去</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>一時停止中。</translation>
    </message>
    <message>
        <source>Paused. New lines that wait: %1</source>
        <translation>一時停止中。待機中の新しい行: %1</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>見つかりませんでした</translation>
    </message>
    <message>
        <source>No line of the log is like this.</source>
        <translation>一致する行はありません。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>フィルターを解除</translation>
    </message>
    <message>
        <source>Nothing has been written yet</source>
        <translation>まだ何も書かれていません</translation>
    </message>
    <message>
        <source>Lines appear here as the server writes them, from the moment this page was opened.</source>
        <translation>このページを開いた時点から、サーバーが書いた行がここに表示されます。</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>ログを保存</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 に書き込めませんでした: %2</translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation>%1 に保存しました。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::NewTokenDialog</name>
    <message>
        <source>Good for &amp;one secret only</source>
        <translation>一つの秘密にだけ有効(&amp;O)</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>作成</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>New share token</source>
        <translation>新しい共有トークン</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>1 日</translation>
    </message>
    <message>
        <source>A week</source>
        <translation>1 週間</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 日</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>1 年</translation>
    </message>
    <message>
        <source>How long the token is good</source>
        <translation>トークンの有効期間</translation>
    </message>
    <message>
        <source> KiB</source>
        <translation> KiB</translation>
    </message>
    <message>
        <source>As the server allows</source>
        <translation>サーバーの許す限り</translation>
    </message>
    <message>
        <source>Largest secret</source>
        <translation>秘密の最大サイズ</translation>
    </message>
    <message>
        <source>Lets whoever has it create one-time secrets, without an account.</source>
        <translation>これを持つ人は、アカウントなしで一度きりの秘密を作れます。</translation>
    </message>
    <message>
        <source>&amp;Good for</source>
        <translation>有効期間(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Largest secret</source>
        <translation>秘密の最大サイズ(&amp;L)</translation>
    </message>
    <message>
        <source>This is the token. It is shown this once; the server keeps only its hash.</source>
        <translation>これがトークンです。表示されるのは今回だけで、サーバーはそのハッシュだけを保管します。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::NewUserDialog</name>
    <message>
        <source>Create</source>
        <translation>作成</translation>
    </message>
    <message>
        <source>New user</source>
        <translation>新しいユーザー</translation>
    </message>
    <message>
        <source>Letters, digits and underscores</source>
        <translation>英字、数字、アンダースコア</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名前(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>役割(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>パスワード(&amp;P)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>The password was made just now. Copy it and hand it over as a one-time secret; nobody can read it here later.</source>
        <translation>パスワードは今生成されました。コピーして、一度きりの秘密として渡してください。後からここで読むことはできません。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::NewValueDialog</name>
    <message>
        <source>Set</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Make another</source>
        <translation>新しく生成</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Set %1</source>
        <translation>%1 を設定</translation>
    </message>
    <message>
        <source>Make another %1</source>
        <translation>%1 を新しく生成</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Sent to the server and never shown again</source>
        <translation>サーバーに送られ、二度と表示されません</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>値(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;The server makes it, and nobody is shown</source>
        <translation>サーバーが生成し、誰にも見せない(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Show it to me this once, to hand it on</source>
        <translation>渡すために今回だけ表示する(&amp;S)</translation>
    </message>
    <message>
        <source>Where it is kept</source>
        <translation>保管場所</translation>
    </message>
    <message>
        <source>&amp;Kept in</source>
        <translation>保管場所(&amp;K)</translation>
    </message>
    <message>
        <source>It signs at once. What was signed before stays good for %1, so nobody is signed out.</source>
        <translation>すぐに署名に使われます。以前の署名は%1の間有効なので、誰もサインアウトされません。</translation>
    </message>
    <message>
        <source>The one before ends. Whoever has it needs the new one.</source>
        <translation>以前の値は無効になります。使っている人には新しい値が必要です。</translation>
    </message>
    <message>
        <source>It goes to the server and is never shown again.</source>
        <translation>値はサーバーに送られ、二度と表示されません。</translation>
    </message>
    <message>
        <source>It %1.</source>
        <translation>サーバーの説明: %1。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>two sentences, of which the second has its full stop</comment>
        <translation>%1。%2</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::NoticeBar</name>
    <message>
        <source>Close the notice</source>
        <translation>通知を閉じる</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Time to answer</source>
        <translation>応答時間</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>セッション</translation>
    </message>
    <message>
        <source>95 of 100 requests of the last moments were answered within this time.</source>
        <translation>直近のリクエスト 100 件のうち 95 件がこの時間内に応答されました。</translation>
    </message>
    <message>
        <source>Requests over a rate limit, which were answered with 429.</source>
        <translation>制限を超え、429 で応答されたリクエスト。</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>要対応</translation>
    </message>
    <message>
        <source>What it needs</source>
        <translation>依存サービス</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Latest events</source>
        <translation>最近のイベント</translation>
    </message>
    <message>
        <source>Version %1, running for %2 %3, %4.</source>
        <comment>3.1, running for 5 hours, for production</comment>
        <translation>バージョン %1、稼働 %2 %3、%4。</translation>
    </message>
    <message>
        <source>for production</source>
        <translation>本番用</translation>
    </message>
    <message>
        <source>for development</source>
        <translation>開発用</translation>
    </message>
    <message>
        <source>a second</source>
        <translation>毎秒</translation>
    </message>
    <message>
        <source>open connections: %1</source>
        <translation>接続数: %1</translation>
    </message>
    <message>
        <source>ms (p95)</source>
        <translation>ms (p95)</translation>
    </message>
    <message>
        <source>p50 %1 · p99 %2 ms</source>
        <translation>p50 %1 · p99 %2 ms</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>of the requests fail</source>
        <translation>のリクエストが失敗</translation>
    </message>
    <message>
        <source>over a limit</source>
        <translation>制限超過</translation>
    </message>
    <message>
        <source>users: %1</source>
        <translation>ユーザー: %1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>%1 · %2 ms</source>
        <translation>%1 · %2 ms</translation>
    </message>
    <message>
        <source>Nothing at the moment</source>
        <translation>今のところありません</translation>
    </message>
    <message>
        <source>Everything the server needs works, and nobody is being refused unusually often.</source>
        <translation>サーバーに必要なものはすべて正常で、異常に多く拒否されている人もいません。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::PolicyCard</name>
    <message>
        <source>Change the limit “%1”</source>
        <translation>制限「%1」を変更</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>Only counts</source>
        <translation>計測のみ</translation>
    </message>
    <message>
        <source>Enforced</source>
        <translation>適用中</translation>
    </message>
    <message>
        <source>%1/s let through · would have refused %2</source>
        <translation>毎秒 %1 件を許可 · 拒否相当 %2 件</translation>
    </message>
    <message>
        <source>%1/s let through · refused %2 so far</source>
        <translation>毎秒 %1 件を許可 · これまでに %2 件を拒否</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::PolicyDialog</name>
    <message>
        <source>Requests</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>In a time of</source>
        <translation>対象期間</translation>
    </message>
    <message>
        <source>As many as in the whole time</source>
        <translation>期間全体と同じ数</translation>
    </message>
    <message>
        <source>Requests at once</source>
        <translation>同時リクエスト数</translation>
    </message>
    <message>
        <source>Limit: %1</source>
        <translation>制限: %1</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Unit of the time</source>
        <translation>時間の単位</translation>
    </message>
    <message>
        <source>Refuse it (429)</source>
        <translation>拒否する (429)</translation>
    </message>
    <message>
        <source>Only count it (shadow mode)</source>
        <translation>数えるだけ（シャドーモード）</translation>
    </message>
    <message>
        <source>What is over the limit</source>
        <translation>制限を超えたもの</translation>
    </message>
    <message>
        <source>While Redis is away</source>
        <translation>Redis が使えない間</translation>
    </message>
    <message>
        <source>&amp;Requests</source>
        <translation>リクエスト(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;In a time of</source>
        <translation>対象期間(&amp;I)</translation>
    </message>
    <message>
        <source>At &amp;once</source>
        <translation>同時(&amp;O)</translation>
    </message>
    <message>
        <source>What is o&amp;ver it</source>
        <translation>超過分(&amp;V)</translation>
    </message>
    <message>
        <source>While Redis is &amp;away</source>
        <translation>Redis が使えない間(&amp;A)</translation>
    </message>
    <message>
        <source>As configured</source>
        <translation>構成どおり</translation>
    </message>
    <message>
        <source>Takes back what was changed here: what the configuration file or the environment says holds again.</source>
        <translation>ここでの変更を取り消し、構成ファイルまたは環境変数の値に戻します。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>適用</translation>
    </message>
    <message>
        <source>The longest time is 24 hours.</source>
        <translation>最長は 24 時間です。</translation>
    </message>
    <message>
        <source>Nothing changes yet.</source>
        <translation>まだ変更はありません。</translation>
    </message>
    <message>
        <source>%1  →  %2</source>
        <translation>%1  →  %2</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::PolicyPreview</name>
    <message>
        <source>In the last hour</source>
        <translation>直近 1 時間</translation>
    </message>
    <message>
        <source>In the last %1 min</source>
        <translation>直近 %1 分</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>These numbers cannot be tried.</source>
        <translation>この値は試せません。</translation>
    </message>
    <message>
        <source>Trying it on the last hour…</source>
        <translation>直近 1 時間で試しています…</translation>
    </message>
    <message>
        <source>Nobody came in the last hour: there is nothing to try it on.</source>
        <translation>直近 1 時間に誰も来ていないため、試す対象がありません。</translation>
    </message>
    <message>
        <source>It would have refused more than now.</source>
        <translation>拒否は現在より多くなっていました。</translation>
    </message>
    <message>
        <source>It would have refused nobody.</source>
        <translation>誰も拒否していませんでした。</translation>
    </message>
    <message>
        <source>It would have refused less than now.</source>
        <translation>拒否は現在より少なくなっていました。</translation>
    </message>
    <message>
        <source>It refuses nobody, as now.</source>
        <translation>現在と同じく、誰も拒否しません。</translation>
    </message>
    <message>
        <source>It would have refused as many as now.</source>
        <translation>拒否の数は現在と同じでした。</translation>
    </message>
    <message>
        <source>In shadow mode they are only counted, and let through.</source>
        <translation>シャドウモードでは数えるだけで、通過させます。</translation>
    </message>
    <message>
        <source>Requests are remembered by ten seconds, so the truth lies between the two numbers.</source>
        <translation>リクエストは 10 秒単位で記録されるため、実際の数は二つの数の間にあります。</translation>
    </message>
    <message>
        <source>Not in it, for want of room: requests %1.</source>
        <translation>容量の都合で含まれないもの: リクエスト %1。</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Callers</source>
        <translation>呼び出し元</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>受信</translation>
    </message>
    <message>
        <source>Refused as it is now</source>
        <translation>現在の設定での拒否</translation>
    </message>
    <message>
        <source>Refused with these numbers</source>
        <translation>この値での拒否</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::PreferencesPanel</name>
    <message>
        <source>Look</source>
        <translation>外観</translation>
    </message>
    <message>
        <source>As the &amp;system does</source>
        <translation>システムに合わせる(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>ライト(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>ダーク(&amp;D)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Lan&amp;guage of the console</source>
        <translation>コンソールの言語(&amp;G)</translation>
    </message>
    <message>
        <source>Of its texts, dates and numbers. What the server says stays in English, and a page with something entered changes when that is done.</source>
        <translation>文章、日付、数値の言語です。サーバーからの文は英語のままです。入力中のページは、それが済んだときに切り替わります。</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>ウィンドウ</translation>
    </message>
    <message>
        <source>Closing the window leaves Gatehouse in the &amp;tray</source>
        <translation>ウィンドウを閉じても Gatehouse をトレイに残す(&amp;T)</translation>
    </message>
    <message>
        <source>The server in this program goes on running; the icon brings the window back, or ends both.</source>
        <translation>このプログラム内のサーバーは動き続けます。アイコンからウィンドウを戻すか、両方を終了できます。</translation>
    </message>
    <message>
        <source>This desktop shows no tray, so closing the window ends the program.</source>
        <translation>このデスクトップにはトレイがないため、ウィンドウを閉じるとプログラムが終了します。</translation>
    </message>
    <message>
        <source>&amp;Notify me of what needs attention</source>
        <translation>対応が必要なことを通知する(&amp;N)</translation>
    </message>
    <message>
        <source>While the window does not show: a server that is lost, a dependency that fails.</source>
        <translation>ウィンドウが表示されていないとき: サーバーとの接続断、依存サービスの障害。</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>ロック</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>しない</translation>
    </message>
    <message numerus="yes">
        <source>After %Ln minutes</source>
        <translation>
            <numerusform>%Ln 分後</numerusform>
        </translation>
    </message>
    <message>
        <source>Lock the console</source>
        <translation>コンソールをロック</translation>
    </message>
    <message>
        <source>Lock the &amp;console</source>
        <translation>コンソールをロック(&amp;C)</translation>
    </message>
    <message>
        <source>Without a key or a move of the mouse for so long, the pages are covered and the password is asked for.</source>
        <translation>この時間キーやマウスの操作がないと、ページが隠され、パスワードを求められます。</translation>
    </message>
    <message>
        <source>Lock it when the sc&amp;reen is locked</source>
        <translation>画面がロックされたらロックする(&amp;R)</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ProfileCard</name>
    <message>
        <source>In this program, for this computer</source>
        <translation>このプログラム内、このコンピューター用</translation>
    </message>
    <message>
        <source>Only looked at</source>
        <translation>閲覧のみ</translation>
    </message>
    <message>
        <source>You are here</source>
        <translation>現在の接続先</translation>
    </message>
    <message>
        <source>Certificate %1…</source>
        <translation>証明書 %1…</translation>
    </message>
    <message>
        <source>Switch to it</source>
        <translation>切り替える</translation>
    </message>
    <message>
        <source>Switch to %1</source>
        <translation>%1 に切り替える</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 を変更</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation>%1 を忘れる</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ProfileDialog</name>
    <message>
        <source>Only &amp;look at it from here: nothing can be changed</source>
        <translation>ここからは閲覧のみ: 何も変更できません(&amp;L)</translation>
    </message>
    <message>
        <source>Add a server</source>
        <translation>サーバーを追加</translation>
    </message>
    <message>
        <source>Change a server</source>
        <translation>サーバーを変更</translation>
    </message>
    <message>
        <source>Name of the server</source>
        <translation>サーバーの名前</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>サーバーのアドレス</translation>
    </message>
    <message>
        <source>What the server is for</source>
        <translation>サーバーの用途</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名前(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>アドレス(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;What it is for</source>
        <translation>用途(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>色(&amp;C)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Colour of the server</source>
        <translation>サーバーの色</translation>
    </message>
    <message>
        <source>As what it is for</source>
        <translation>用途に合わせる</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>青</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>緑</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>オレンジ</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>赤</translation>
    </message>
    <message>
        <source>Enter the address of the server, such as https://gate.example.org</source>
        <translation>https://gate.example.org のようなサーバーのアドレスを入力してください</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>このコンピューター</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ProfileStore</name>
    <message>
        <source>This is no file of servers.</source>
        <translation>これはサーバーのファイルではありません。</translation>
    </message>
    <message>
        <source>Server %1 in the file has no name, or no address that can be.</source>
        <translation>ファイル内の %1 番目のサーバーには名前がないか、アドレスが正しくありません。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ReceiveCard</name>
    <message>
        <source>Receive</source>
        <translation>受け取る</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Link to open</source>
        <translation>開くリンク</translation>
    </message>
    <message>
        <source>Passphrase, if it has one</source>
        <translation>パスフレーズ（設定されている場合）</translation>
    </message>
    <message>
        <source>Passphrase of the secret</source>
        <translation>秘密のパスフレーズ</translation>
    </message>
    <message>
        <source>This is no whole link to a secret: it ends on # and a key.</source>
        <translation>秘密への完全なリンクではありません。最後は # と鍵です。</translation>
    </message>
    <message>
        <source>It is only here now: the server has nothing of it left.</source>
        <translation>今はここにしかありません。サーバーには何も残っていません。</translation>
    </message>
    <message>
        <source>Link to a secret, on whatever server</source>
        <translation>秘密へのリンク（どのサーバーでも可）</translation>
    </message>
    <message>
        <source>With this link somebody asks you for a secret. Open it in a browser, or with “gatehouse answer”.</source>
        <translation>このリンクは、あなたに秘密の提供を求めるものです。ブラウザーまたは「gatehouse answer」で開いてください。</translation>
    </message>
    <message>
        <source>The link leads to your server “%1” (%2), not to the one you are at. It is not told who you are.</source>
        <translation>リンク先はあなたのサーバー「%1」（%2）で、現在のサーバーではありません。あなたが誰かは伝わりません。</translation>
    </message>
    <message>
        <source>The link leads to %1, not to the server you are at. It is not told who you are, but sees your address.</source>
        <translation>リンク先は %1 で、現在のサーバーではありません。あなたが誰かは伝わりませんが、アドレスは見えます。</translation>
    </message>
    <message>
        <source>The connection is not encrypted. What comes is, but others can see that you fetch it, or keep it from you.</source>
        <translation>接続は暗号化されていません。内容は暗号化されていますが、取得したことを他人に見られたり、妨げられたりする可能性があります。</translation>
    </message>
    <message>
        <source>Open it there</source>
        <translation>そこで開く</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ReceivedView</name>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>What was received</source>
        <translation>受け取った内容</translation>
    </message>
    <message>
        <source>Copy what was received</source>
        <translation>受け取った内容をコピー</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>名前を付けて保存…</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>破棄する</translation>
    </message>
    <message>
        <source>A file</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>A text, %1</source>
        <translation>テキスト、%1</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隠す</translation>
    </message>
    <message>
        <source>Save what was received</source>
        <translation>受け取った内容を保存</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>%1 として保存しました。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::RecordCheckBar</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>キャンセルしました。</translation>
    </message>
    <message>
        <source>Reading the record…</source>
        <translation>監査記録を読み込み中…</translation>
    </message>
    <message>
        <source>The record does not hold together: %1.</source>
        <translation>監査記録に矛盾があります: %1。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries hold together; checkpoints cover %1 of them. Whether the checkpoints are signed by your key, gatehouse audit verify says.</source>
        <translation>
            <numerusform>%Ln 件のエントリは整合しています。うち %1 件をチェックポイントが保証しています。チェックポイントがあなたの鍵で署名されているかは gatehouse audit verify で確認できます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>%1 として保存しました。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 に書き込めません: %2。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::RequestModel</name>
    <message>
        <source>It has been collected already, or has expired.</source>
        <translation>すでに受け取られたか、期限が切れています。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::RestrictionFields</name>
    <message>
        <source>&amp;Passphrase</source>
        <translation>パスフレーズ(&amp;P)</translation>
    </message>
    <message>
        <source>Passphrase to open it</source>
        <translation>開くためのパスフレーズ</translation>
    </message>
    <message>
        <source>none; tell it another way</source>
        <translation>なし。別の方法で伝えてください</translation>
    </message>
    <message>
        <source>Only &amp;from</source>
        <translation>送信元を限定(&amp;F)</translation>
    </message>
    <message>
        <source>Addresses it may be opened from</source>
        <translation>開くことを許可するアドレス</translation>
    </message>
    <message>
        <source>Only in &amp;countries</source>
        <translation>国を限定(&amp;C)</translation>
    </message>
    <message>
        <source>Countries it may be opened in</source>
        <translation>開くことを許可する国</translation>
    </message>
    <message>
        <source>Only in &amp;networks</source>
        <translation>ネットワークを限定(&amp;N)</translation>
    </message>
    <message>
        <source>Autonomous systems it may be opened in</source>
        <translation>開くことを許可する自律システム</translation>
    </message>
    <message>
        <source>“%1” is no address and no range of addresses.</source>
        <translation>「%1」はアドレスでもアドレスの範囲でもありません。</translation>
    </message>
    <message>
        <source>“%1” is no country: enter two letters, such as DE.</source>
        <translation>「%1」は国ではありません。DE のような 2 文字を入力してください。</translation>
    </message>
    <message>
        <source>“%1” is no network: enter its number, such as AS64496.</source>
        <translation>「%1」はネットワークではありません。AS64496 のような番号を入力してください。</translation>
    </message>
    <message>
        <source>A passphrase has at least %1 characters.</source>
        <translation>パスフレーズは %1 文字以上です。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ReviewDialog</name>
    <message>
        <source>none</source>
        <comment>value of a setting</comment>
        <translation>なし</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>適用</translation>
    </message>
    <message>
        <source>What will change</source>
        <translation>変更される内容</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>サーバーに確認中…</translation>
    </message>
    <message>
        <source>All of it or nothing, for all instances and across restarts.</source>
        <translation>すべてのインスタンスに、再起動後も、全部まとめて適用されます。</translation>
    </message>
    <message>
        <source>Type %1 to go on:</source>
        <translation>続けるには %1 と入力してください:</translation>
    </message>
    <message>
        <source>Type %1 to go on</source>
        <translation>続けるには %1 と入力してください</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Nothing: the settings have these values already.</source>
        <translation>変更なし: 設定はすでにこの値です。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::RotationDialog</name>
    <message>
        <source>&amp;Gracefully: nobody is signed out</source>
        <translation>猶予あり: 誰もサインアウトされません(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;At once: everything signed so far is void</source>
        <translation>即時: これまでの署名はすべて無効になります(&amp;A)</translation>
    </message>
    <message>
        <source>Type %1 to go on:</source>
        <translation>続けるには %1 と入力してください:</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>ローテーション</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Rotate the signing key of %1</source>
        <translation>%1 の署名鍵をローテーション</translation>
    </message>
    <message>
        <source>Type %1 to go on</source>
        <translation>続けるには %1 と入力してください</translation>
    </message>
    <message>
        <source>From then on</source>
        <translation>それ以降</translation>
    </message>
    <message>
        <source>For when somebody else may have the key. Everybody, you too, has to show a refresh token or sign in anew.</source>
        <translation>他の誰かが鍵を持っている可能性があるときに使います。あなたを含む全員が、リフレッシュトークンを示すかサインインし直す必要があります。</translation>
    </message>
    <message>
        <source>The key that signs now goes on verifying for %1, longer than any token it signed lives.</source>
        <translation>現在の署名鍵は%1の間検証に使われ続けます。その鍵で署名したどのトークンの有効期間よりも長い時間です。</translation>
    </message>
    <message>
        <source>Void and rotate</source>
        <translation>無効にしてローテーション</translation>
    </message>
    <message>
        <source>Another key signs. Mind: %1</source>
        <translation>別の鍵が署名しています。注意: %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SecretModel</name>
    <message>
        <source>Not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>It %1</source>
        <translation>サーバーの説明: %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>取得元</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>強度</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>経過時間</translation>
    </message>
    <message>
        <source>Next rotation</source>
        <translation>次のローテーション</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SecretWords</name>
    <message>
        <source>Signs access tokens</source>
        <translation>アクセストークンへの署名</translation>
    </message>
    <message>
        <source>Signs the requests of AI agents</source>
        <translation>AI エージェントのリクエストへの署名</translation>
    </message>
    <message>
        <source>Opens /metrics from elsewhere</source>
        <translation>外部から /metrics を開く</translation>
    </message>
    <message>
        <source>Redis, with its password</source>
        <translation>Redis（パスワードを含む）</translation>
    </message>
    <message>
        <source>Redis for limits alone</source>
        <translation>制限専用の Redis</translation>
    </message>
    <message>
        <source>Password of Redis</source>
        <translation>Redis のパスワード</translation>
    </message>
    <message>
        <source>Password of the Sentinels</source>
        <translation>Sentinel のパスワード</translation>
    </message>
    <message>
        <source>Database, with its password</source>
        <translation>データベース（パスワードを含む）</translation>
    </message>
    <message>
        <source>Password of the database</source>
        <translation>データベースのパスワード</translation>
    </message>
    <message>
        <source>Shown to the webhook</source>
        <translation>Webhook への提示</translation>
    </message>
    <message>
        <source>Signs what the webhook is sent</source>
        <translation>Webhook への送信内容に署名</translation>
    </message>
    <message>
        <source>Opens the encrypted files</source>
        <translation>暗号化ファイルを開く</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>未設定</translation>
    </message>
    <message>
        <source>Made by the server</source>
        <translation>サーバーが生成</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>読み込めません</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>環境変数</translation>
    </message>
    <message>
        <source>Encrypted file</source>
        <translation>暗号化ファイル</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>キーチェーン</translation>
    </message>
    <message>
        <source>256 bits</source>
        <translation>256 ビット</translation>
    </message>
    <message>
        <source>%1 bits or more</source>
        <translation>%1 ビット以上</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>弱い</translation>
    </message>
    <message>
        <source>less than an hour</source>
        <translation>1 時間未満</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>1 時間</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hours</source>
        <translation>
            <numerusform>%Ln 時間</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln 日</numerusform>
        </translation>
    </message>
    <message>
        <source>Due since %1</source>
        <translation>期限超過: %1</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>あと %1</translation>
    </message>
    <message>
        <source>The system&apos;s keychain</source>
        <translation>システムのキーチェーン</translation>
    </message>
    <message>
        <source>The encrypted file %1</source>
        <translation>暗号化ファイル %1</translation>
    </message>
    <message>
        <source>the keychain</source>
        <translation>キーチェーン</translation>
    </message>
    <message>
        <source>%1 is now in %2.</source>
        <translation>%1 は %2 に保管されました。</translation>
    </message>
    <message>
        <source>The server goes by it already.</source>
        <translation>サーバーはすでに使用しています。</translation>
    </message>
    <message>
        <source>The server goes by it from its next start on.</source>
        <translation>サーバーは次の起動から使用します。</translation>
    </message>
    <message>
        <source>But the server goes by another, which comes first: %1. Take that away.</source>
        <translation>ただしサーバーは優先される別の値を使用しています: %1。それを取り除いてください。</translation>
    </message>
    <message>
        <source>Mind: it %1.</source>
        <translation>注意、サーバーの説明: %1。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SecretsPage</name>
    <message>
        <source>Secrets</source>
        <translation>シークレット</translation>
    </message>
    <message>
        <source>Values are set here, never read.</source>
        <translation>値はここで設定するもので、読み出すことはできません。</translation>
    </message>
    <message>
        <source>Signing keys</source>
        <translation>署名鍵</translation>
    </message>
    <message>
        <source>Rotate…</source>
        <translation>ローテーション…</translation>
    </message>
    <message>
        <source>Set…</source>
        <translation>設定…</translation>
    </message>
    <message>
        <source>Make another…</source>
        <translation>新しく生成…</translation>
    </message>
    <message>
        <source>Rotate the signing key…</source>
        <translation>署名鍵をローテーション…</translation>
    </message>
    <message>
        <source>Import from a .env file…</source>
        <translation>.env ファイルからインポート…</translation>
    </message>
    <message>
        <source>Export the names of secrets…</source>
        <translation>シークレットの名前をエクスポート…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>インポート…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>エクスポート…</translation>
    </message>
    <message>
        <source>%1 is weak: it %2. Make another.</source>
        <translation>%1 は弱いです。サーバーの説明: %2。新しく生成してください。</translation>
    </message>
    <message>
        <source>%1 is due: rotate it.</source>
        <translation>%1 は期限です。ローテーションしてください。</translation>
    </message>
    <message>
        <source>%1 is due: make another, and hand it on.</source>
        <translation>%1 は期限です。新しく生成して渡してください。</translation>
    </message>
    <message>
        <source>Nothing can be stored yet. Start the server with a SECRETS_PASSPHRASE, under which it keeps an encrypted file, or with secrets.keychain on.</source>
        <translation>まだ何も保存できません。暗号化ファイルを保護する SECRETS_PASSPHRASE を指定するか、secrets.keychain をオンにしてサーバーを起動してください。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SendCard</name>
    <message>
        <source>%1 is too large to be handed over.</source>
        <translation>%1 は大きすぎて渡せません。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 を読み込めません: %2。</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送る</translation>
    </message>
    <message>
        <source>Tell &amp;me when it is opened, and from where</source>
        <translation>いつどこから開かれたか知らせる(&amp;M)</translation>
    </message>
    <message>
        <source>Make the link</source>
        <translation>リンクを作成</translation>
    </message>
    <message>
        <source>What is to be handed over, once. It is encrypted before it leaves this computer.</source>
        <translation>一度だけ渡す内容。このコンピューターから出る前に暗号化されます。</translation>
    </message>
    <message>
        <source>Text to send</source>
        <translation>送るテキスト</translation>
    </message>
    <message>
        <source>Files to send</source>
        <translation>送るファイル</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>ファイルを追加…</translation>
    </message>
    <message>
        <source>How long it can be opened</source>
        <translation>開ける期間</translation>
    </message>
    <message>
        <source>Can be &amp;opened for</source>
        <translation>開ける期間(&amp;O)</translation>
    </message>
    <message>
        <source>The link opens it once. Whoever has the link has the secret.</source>
        <translation>リンクは一度だけ開けます。リンクを持つ人が秘密を手にします。</translation>
    </message>
    <message>
        <source>Link to the secret</source>
        <translation>秘密へのリンク</translation>
    </message>
    <message>
        <source>Copied; it is taken off the clipboard after half a minute.</source>
        <translation>コピーしました。30 秒後にクリップボードから消えます。</translation>
    </message>
    <message>
        <source>%1 – Return takes it away again</source>
        <translation>%1 – Return キーで取り除きます</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 個のファイル</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SentList</name>
    <message>
        <source>Sent</source>
        <translation>送信済み</translation>
    </message>
    <message>
        <source>Not opened</source>
        <translation>未開封</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>開封済み</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>期限切れ</translation>
    </message>
    <message>
        <source>Destroyed by you</source>
        <translation>破棄済み</translation>
    </message>
    <message>
        <source>Locked or destroyed</source>
        <translation>ロックまたは破棄</translation>
    </message>
    <message>
        <source>Opened %1 from %2.</source>
        <translation>%1 に %2 から開かれました。</translation>
    </message>
    <message>
        <source>Sent %1, until %2.</source>
        <translation>%1 に送信、%2 まで有効。</translation>
    </message>
    <message>
        <source>Failed attempts: %1.</source>
        <translation>失敗した試行: %1。</translation>
    </message>
    <message>
        <source>Sent from here</source>
        <translation>ここから送ったもの</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>まだありません</translation>
    </message>
    <message>
        <source>What you send appears here, with who opened it and when, until you sign out.</source>
        <translation>送ったものと、誰がいつ開いたかが、サインアウトするまでここに表示されます。</translation>
    </message>
    <message>
        <source>Destroy “%1” before it is opened</source>
        <translation>「%1」を開かれる前に破棄</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ServerChoice</name>
    <message>
        <source>Where does your server run?</source>
        <translation>サーバーはどこで動きますか？</translation>
    </message>
    <message>
        <source>Both can be changed later.</source>
        <translation>どちらも後から変更できます。</translation>
    </message>
    <message>
        <source>&amp;Here, in this program</source>
        <translation>ここ、このプログラムの中(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Elsewhere; connect to it</source>
        <translation>別の場所に接続する(&amp;E)</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Starts now, for this computer only. Its data is kept in %1, its keys are made by itself.</source>
        <translation>今すぐ、このコンピューター専用に起動します。データは %1 に保存され、鍵は自動的に作られます。</translation>
    </message>
    <message>
        <source>A Gatehouse on another machine, or one that is already running on this one.</source>
        <translation>別のコンピューター上の、またはこのコンピューターですでに動いている Gatehouse。</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>サーバーのアドレス</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>アドレス(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;What it is for</source>
        <translation>用途(&amp;W)</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>このコンピューター</translation>
    </message>
    <message>
        <source>Enter the address of the server, such as https://gate.example.org</source>
        <translation>https://gate.example.org のようなサーバーのアドレスを入力してください</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ServerProfile</name>
    <message>
        <source>Local</source>
        <translation>ローカル</translation>
    </message>
    <message>
        <source>Testing</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>本番</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ServersPage</name>
    <message>
        <source>Servers</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Where this console can be. You stay signed in to each while it is open.</source>
        <translation>このコンソールの接続先。開いている間は、それぞれにサインインしたままです。</translation>
    </message>
    <message>
        <source>Add a server…</source>
        <translation>サーバーを追加…</translation>
    </message>
    <message>
        <source>Import servers…</source>
        <translation>サーバーをインポート…</translation>
    </message>
    <message>
        <source>Export servers…</source>
        <translation>サーバーをエクスポート…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>インポート…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>エクスポート…</translation>
    </message>
    <message>
        <source>Add a server</source>
        <translation>サーバーを追加</translation>
    </message>
    <message>
        <source>Forget %1?</source>
        <translation>%1 を忘れますか？</translation>
    </message>
    <message>
        <source>Only this console forgets it, and the certificate it knows of it; nothing happens to the server.</source>
        <translation>このコンソールがサーバーとその証明書を忘れるだけです。サーバーには何も起きません。</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation>%1 を忘れる</translation>
    </message>
    <message>
        <source>%1 is forgotten.</source>
        <translation>%1 を忘れました。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Import servers</source>
        <translation>サーバーをインポート</translation>
    </message>
    <message>
        <source>Export servers</source>
        <translation>サーバーをエクスポート</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 を読み込めません。</translation>
    </message>
    <message>
        <source>Servers imported: %1.</source>
        <translation>インポートしたサーバー: %1。</translation>
    </message>
    <message>
        <source>Saved to %1. It holds no passwords.</source>
        <translation>%1 に保存しました。パスワードは含まれません。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 に書き込めません: %2。</translation>
    </message>
    <message>
        <source>Here already, and left as they are: %1.</source>
        <translation>すでにあるためそのままにしたサーバー: %1</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SessionList</name>
    <message>
        <source>Sessions</source>
        <translation>セッション</translation>
    </message>
    <message>
        <source>End all</source>
        <translation>すべて終了</translation>
    </message>
    <message>
        <source>Nobody chosen</source>
        <translation>選択されていません</translation>
    </message>
    <message>
        <source>Choose a user to see where they are signed in.</source>
        <translation>ユーザーを選ぶと、サインイン先が表示されます。</translation>
    </message>
    <message>
        <source>Sessions of %1</source>
        <translation>%1 のセッション</translation>
    </message>
    <message>
        <source>Signed in nowhere</source>
        <translation>サインインしていません</translation>
    </message>
    <message>
        <source>%1 has no session.</source>
        <translation>%1 のセッションはありません。</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>%1 から</translation>
    </message>
    <message>
        <source>Last used %1 · ends %2</source>
        <translation>最終使用 %1 · 終了 %2</translation>
    </message>
    <message>
        <source>End</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>End the session of %1 from %2</source>
        <translation>%2 からの %1 のセッションを終了</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SessionMemory</name>
    <message>
        <source>The keychain of this system could not be used (%1). You work as always, but are not remembered.</source>
        <translation>システムのキーチェーンを使用できませんでした（%1）。作業は通常どおりできますが、サインインは記憶されません。</translation>
    </message>
    <message>
        <source>The keychain of this system could not be opened (%1). Sign in with your password.</source>
        <translation>システムのキーチェーンを開けませんでした（%1）。パスワードでサインインしてください。</translation>
    </message>
    <message>
        <source>The keychain of this system is locked, or has lost what it kept. Sign in with your password.</source>
        <translation>システムのキーチェーンがロックされているか、保存内容が失われています。パスワードでサインインしてください。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SettingEditor</name>
    <message>
        <source>Setting</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>As configured</source>
        <translation>構成どおり</translation>
    </message>
    <message>
        <source>Close the setting</source>
        <translation>設定を閉じる</translation>
    </message>
    <message>
        <source>On</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>新しい値</translation>
    </message>
    <message>
        <source>Takes back the change: what the configuration file or the environment says holds again.</source>
        <translation>変更を取り消し、構成ファイルまたは環境変数の値に戻します。</translation>
    </message>
    <message>
        <source>none</source>
        <comment>value of a setting</comment>
        <translation>なし</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>現在の値</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>設定元</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>既定値</translation>
    </message>
    <message>
        <source>The server reads this one only when it starts. Change it in its file, environment or flags, and start it again.</source>
        <translation>この設定は起動時にのみ読み込まれます。ファイル、環境変数、起動オプションで変更し、再起動してください。</translation>
    </message>
    <message>
        <source>Only administrators change settings.</source>
        <translation>設定を変更できるのは管理者だけです。</translation>
    </message>
    <message>
        <source>One on each line. Nothing holds before you apply it.</source>
        <translation>1 行に 1 つ。適用するまで有効になりません。</translation>
    </message>
    <message>
        <source>Nothing holds before you apply it.</source>
        <translation>適用するまで有効になりません。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SettingModel</name>
    <message>
        <source>Not applied yet</source>
        <translation>未適用</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>既定値</translation>
    </message>
    <message>
        <source>Changed while running</source>
        <translation>実行中に変更</translation>
    </message>
    <message>
        <source>as configured</source>
        <translation>構成どおり</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>設定元</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SettingsPage</name>
    <message>
        <source>Settings of the server</source>
        <translation>サーバーの設定</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>What the server goes by, and where each value comes from.</source>
        <translation>サーバーが従う設定と、それぞれの値の設定元。</translation>
    </message>
    <message>
        <source>Search in the settings</source>
        <translation>設定を検索</translation>
    </message>
    <message>
        <source>Every section</source>
        <translation>すべてのセクション</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>セクション</translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>すべての設定</translation>
    </message>
    <message>
        <source>Not the default</source>
        <translation>既定値以外</translation>
    </message>
    <message>
        <source>Changeable while running</source>
        <translation>実行中に変更可能</translation>
    </message>
    <message>
        <source>Not applied yet</source>
        <translation>未適用</translation>
    </message>
    <message>
        <source>Which settings</source>
        <translation>どの設定</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>確認…</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>This console</source>
        <translation>このコンソール</translation>
    </message>
    <message>
        <source>Settings of this console</source>
        <translation>このコンソールの設定</translation>
    </message>
    <message>
        <source>Review and apply changed settings…</source>
        <translation>変更した設定を確認して適用…</translation>
    </message>
    <message>
        <source>Discard changed settings</source>
        <translation>変更した設定を破棄</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>見つかりませんでした</translation>
    </message>
    <message>
        <source>No setting is like this.</source>
        <translation>一致する設定はありません。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>フィルターを解除</translation>
    </message>
    <message>
        <source>Changed, but not applied yet: %1</source>
        <translation>変更済み・未適用: %1</translation>
    </message>
    <message>
        <source>Changed, and in force: %1.</source>
        <translation>変更され有効: %1。</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>元に戻す…</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SharePage</name>
    <message>
        <source>Share</source>
        <translation>共有</translation>
    </message>
    <message>
        <source>Hand over a password or a file so that it can be opened once, and only with the link.</source>
        <translation>パスワードやファイルを、リンクで一度だけ開ける形で渡します。</translation>
    </message>
    <message>
        <source>Send a new secret</source>
        <translation>新しい秘密を送る</translation>
    </message>
    <message>
        <source>See what was opened</source>
        <translation>開封状況を見る</translation>
    </message>
    <message>
        <source>Destroy “%1”?</source>
        <translation>「%1」を破棄しますか？</translation>
    </message>
    <message>
        <source>Its link opens nothing any more. This cannot be undone.</source>
        <translation>リンクは何も開かなくなります。元に戻せません。</translation>
    </message>
    <message>
        <source>Destroy it</source>
        <translation>破棄する</translation>
    </message>
    <message>
        <source>“%1” is gone.</source>
        <translation>「%1」を破棄しました。</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送る</translation>
    </message>
    <message>
        <source>Ask for one</source>
        <translation>依頼する</translation>
    </message>
    <message>
        <source>Ask for a secret</source>
        <translation>秘密を依頼する</translation>
    </message>
    <message>
        <source>Save the key to the answer</source>
        <translation>回答の鍵を保存</translation>
    </message>
    <message>
        <source>The key is of no use any more: the answer was collected, or there is none.</source>
        <translation>この鍵はもう役に立ちません。回答は受け取り済みか、存在しません。</translation>
    </message>
    <message>
        <source>Saved as %1. “gatehouse collect” opens the answer with it; so does whoever else has it.</source>
        <translation>%1 として保存しました。「gatehouse collect」でこの鍵を使って回答を開けます。鍵を持つ人は誰でも開けます。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SharingWords</name>
    <message>
        <source>this server wants a token from who sends (HAKANAI_TOKEN or --token-file)</source>
        <translation>このサーバーへの送信にはトークンが必要です（HAKANAI_TOKEN または --token-file）</translation>
    </message>
    <message>
        <source>the server does not know this token, or it has ended</source>
        <translation>サーバーがこのトークンを知らないか、期限切れです</translation>
    </message>
    <message>
        <source>this server takes no secrets</source>
        <translation>このサーバーは秘密を受け付けません</translation>
    </message>
    <message>
        <source>this server takes no secrets any more</source>
        <translation>このサーバーはもう秘密を受け付けません</translation>
    </message>
    <message>
        <source>the passphrase is missing or wrong; a few wrong ones end the secret</source>
        <translation>パスフレーズがないか、間違っています。数回間違えると秘密は破棄されます</translation>
    </message>
    <message>
        <source>it may not be taken from this address, country or network</source>
        <translation>このアドレス、国、またはネットワークからは開けません</translation>
    </message>
    <message>
        <source>there is no such secret: it has expired, or the link is wrong</source>
        <translation>この秘密はありません。期限切れか、リンクが間違っています</translation>
    </message>
    <message>
        <source>it has been taken already; if not by you, tell who sent it</source>
        <translation>すでに開かれています。あなたでなければ、送信者に知らせてください</translation>
    </message>
    <message>
        <source>the receipt is not valid</source>
        <translation>受領証が無効です</translation>
    </message>
    <message>
        <source>there is no such secret, or the receipt is not its</source>
        <translation>この秘密がないか、受領証が一致しません</translation>
    </message>
    <message>
        <source>it is too late: it has been taken, has expired or was burned</source>
        <translation>手遅れです。開かれたか、期限切れか、破棄されました</translation>
    </message>
    <message>
        <source>this server wants a token from who asks</source>
        <translation>このサーバーでの依頼にはトークンが必要です</translation>
    </message>
    <message>
        <source>that is not allowed here</source>
        <translation>ここでは許可されていません</translation>
    </message>
    <message>
        <source>there is no such request, or nothing yet: it has expired, or nobody has answered</source>
        <translation>この依頼がないか、まだ返答がありません。期限切れか、誰も返答していません</translation>
    </message>
    <message>
        <source>it has been answered or collected already</source>
        <translation>すでに返答されたか、受け取られています</translation>
    </message>
    <message>
        <source>too many requests</source>
        <translation>リクエストが多すぎます</translation>
    </message>
    <message>
        <source>it is larger than this server takes from you</source>
        <translation>このサーバーが受け付ける大きさを超えています</translation>
    </message>
    <message>
        <source>the server&apos;s answer makes no sense: is this its address?</source>
        <translation>サーバーの応答が理解できません。アドレスは正しいですか？</translation>
    </message>
    <message>
        <source>what the server handed out is nothing that was encrypted</source>
        <translation>サーバーが渡したものは暗号化されたものではありません</translation>
    </message>
    <message>
        <source>it was decrypted, but is not what the link is for; nothing of it is shown</source>
        <translation>復号されましたが、リンクの対象とは異なるため、表示しません</translation>
    </message>
    <message>
        <source>this is nothing that was encrypted</source>
        <translation>これは暗号化されたものではありません</translation>
    </message>
    <message>
        <source>it cannot be decrypted: the key is wrong, or it was altered</source>
        <translation>復号できません。鍵が違うか、改ざんされています</translation>
    </message>
    <message>
        <source>it was decrypted, but its content is in no form that is known here</source>
        <translation>復号されましたが、内容の形式がわかりません</translation>
    </message>
    <message>
        <source>more than 2 GiB cannot be encrypted at once</source>
        <translation>2 GiB を超えるものは一度に暗号化できません</translation>
    </message>
    <message>
        <source>the encryption failed</source>
        <translation>暗号化に失敗しました</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SideBar</name>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SignIn</name>
    <message>
        <source>Sign in to %1</source>
        <translation>%1 にサインイン</translation>
    </message>
    <message>
        <source>Create the administrator</source>
        <translation>管理者を作成</translation>
    </message>
    <message>
        <source>The first user of a server runs it. Others are added later, on the page Access.</source>
        <translation>サーバーの最初のユーザーが管理者になります。他のユーザーは後で「アクセス」ページで追加できます。</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>ユーザー名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>サインイン</translation>
    </message>
    <message>
        <source>Create and sign in</source>
        <translation>作成してサインイン</translation>
    </message>
    <message>
        <source>At least 8 characters, with letters of either case, a digit and a sign.</source>
        <translation>8 文字以上。大文字、小文字、数字、記号を含めてください。</translation>
    </message>
    <message>
        <source>Setup code, as the server printed it when it first started</source>
        <translation>サーバーの初回起動時に表示されたセットアップコード</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>サインイン中</translation>
    </message>
    <message>
        <source>Use another server</source>
        <translation>別のサーバーを使う</translation>
    </message>
    <message>
        <source>&amp;Remember me on this computer</source>
        <translation>このコンピューターに記憶する(&amp;R)</translation>
    </message>
    <message>
        <source>Keeps this session, not the password, in the keychain of this system.</source>
        <translation>パスワードではなく、このセッションをシステムのキーチェーンに保存します。</translation>
    </message>
    <message>
        <source>Looking whether you are still signed in</source>
        <translation>まだサインインしているか確認しています</translation>
    </message>
    <message>
        <source>The way to this server is not encrypted: whoever is on it can read your password.</source>
        <translation>このサーバーへの通信は暗号化されていません。経路上の第三者にパスワードを読み取られるおそれがあります。</translation>
    </message>
    <message>
        <source>Sign in without encryption</source>
        <translation>暗号化せずにサインイン</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::Starting</name>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Use another server</source>
        <translation>別のサーバーを使う</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>起動中</translation>
    </message>
    <message>
        <source>The server did not start</source>
        <translation>サーバーが起動しませんでした</translation>
    </message>
    <message>
        <source>Starting the server</source>
        <translation>サーバーを起動中</translation>
    </message>
    <message>
        <source>It keeps its data in %1.</source>
        <translation>データは %1 に保存されます。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::StatePanel</name>
    <message>
        <source>Loading…</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Reference: %1</source>
        <translation>参照番号: %1</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::StatefulArea</name>
    <message>
        <source>Try now</source>
        <translation>今すぐ試す</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>%1 秒前</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 分前</translation>
    </message>
    <message>
        <source>%1. What is shown was read %2, at %3.</source>
        <translation>%1。表示は%2（%3）に読み込まれたものです。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::Table</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Order by</source>
        <translation>並べ替え</translation>
    </message>
    <message>
        <source>Copy the row</source>
        <translation>行をコピー</translation>
    </message>
    <message>
        <source>As they come</source>
        <translation>元の順序</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::TokenList</name>
    <message>
        <source>Share tokens</source>
        <translation>共有トークン</translation>
    </message>
    <message>
        <source>New share token…</source>
        <translation>新しい共有トークン…</translation>
    </message>
    <message>
        <source>Revoke the token…</source>
        <translation>トークンを失効させる…</translation>
    </message>
    <message>
        <source>New token</source>
        <translation>新しいトークン</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>失効…</translation>
    </message>
    <message>
        <source>No share tokens</source>
        <translation>共有トークンはありません</translation>
    </message>
    <message>
        <source>Revoke the token “%1” of %2 on %3?</source>
        <translation>%3 にある %2 のトークン「%1」を失効させますか?</translation>
    </message>
    <message>
        <source>Nobody can create secrets with it any more, nor with tokens that were made by it. Secrets that wait stay.</source>
        <translation>このトークンでも、これで作られたトークンでも、もう秘密は作れません。待っている秘密は残ります。</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>失効させる</translation>
    </message>
    <message>
        <source>A token lets somebody without an account create one-time secrets.</source>
        <translation>トークンがあれば、アカウントのない人も一度きりの秘密を作れます。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::TokenModel</name>
    <message>
        <source>Admin token</source>
        <translation>管理トークン</translation>
    </message>
    <message>
        <source>For one secret</source>
        <translation>一つの秘密用</translation>
    </message>
    <message>
        <source>Share token</source>
        <translation>共有トークン</translation>
    </message>
    <message>
        <source>The first start</source>
        <translation>最初の起動</translation>
    </message>
    <message>
        <source>As the server</source>
        <translation>サーバーと同じ</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>作成者</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>作成</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>期限</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::TopBar</name>
    <message>
        <source>Look as the system does</source>
        <translation>システムの外観に合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>User</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>オペレーター</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理者</translation>
    </message>
    <message>
        <source>Server: %1, %2</source>
        <translation>サーバー: %1、%2</translation>
    </message>
    <message>
        <source>Only looked at</source>
        <translation>閲覧のみ</translation>
    </message>
    <message>
        <source>Nothing is changed on this server from here; the page Servers says otherwise.</source>
        <translation>ここからこのサーバーを変更することはできません。「サーバー」ページで切り替えられます。</translation>
    </message>
    <message>
        <source>Find a page or an action</source>
        <translation>ページや操作を検索</translation>
    </message>
    <message>
        <source>Account: %1, %2</source>
        <translation>アカウント: %1、%2</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>サインアウト</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::TrafficChart</name>
    <message>
        <source>Requests, refusals and errors over time</source>
        <translation>リクエスト・拒否・エラーの推移</translation>
    </message>
    <message>
        <source>Requests a second</source>
        <translation>毎秒のリクエスト</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Chart of requests, refusals and errors a second; the table has the numbers</source>
        <translation>毎秒のリクエスト、拒否、エラーのグラフ。数値は表にあります</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 分</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>1 時間</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>1 日</translation>
    </message>
    <message>
        <source>Show the numbers</source>
        <translation>数値を表示</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::TrafficTable</name>
    <message>
        <source>Until</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Requests/s</source>
        <translation>リクエスト/秒</translation>
    </message>
    <message>
        <source>Refused/s</source>
        <translation>拒否/秒</translation>
    </message>
    <message>
        <source>Errors/s</source>
        <translation>エラー/秒</translation>
    </message>
    <message>
        <source>p50, ms</source>
        <translation>p50, ms</translation>
    </message>
    <message>
        <source>p95, ms</source>
        <translation>p95, ms</translation>
    </message>
    <message>
        <source>p99, ms</source>
        <translation>p99, ms</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::TrayIcon</name>
    <message>
        <source>&amp;Open Gatehouse</source>
        <translation>Gatehouse を開く(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Start the server</source>
        <translation>サーバーを起動(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;top the server</source>
        <translation>サーバーを停止(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Restart the server</source>
        <translation>サーバーを再起動(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>The server in this program does not run</source>
        <translation>このプログラム内のサーバーは動作していません</translation>
    </message>
    <message>
        <source>The server starts</source>
        <translation>サーバーを起動しています</translation>
    </message>
    <message>
        <source>The server runs</source>
        <translation>サーバーは動作中です</translation>
    </message>
    <message>
        <source>The server stops</source>
        <translation>サーバーを停止しています</translation>
    </message>
    <message>
        <source>The server could not start</source>
        <translation>サーバーを起動できませんでした</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::TroubleWords</name>
    <message>
        <source>%1. %2</source>
        <comment>two sentences, of which the second has its full stop</comment>
        <translation>%1。%2</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::UsageList</name>
    <message>
        <source>Who is near or over a limit</source>
        <translation>制限に近い、または超えている呼び出し元</translation>
    </message>
    <message>
        <source>Near or over a limit</source>
        <translation>制限に近い、または超過</translation>
    </message>
    <message>
        <source>Give the caller everything back</source>
        <translation>呼び出し元の利用枠をすべて戻す</translation>
    </message>
    <message>
        <source>Never limit the caller</source>
        <translation>この呼び出し元を制限しない</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Every caller has more than a fifth left.</source>
        <translation>すべての呼び出し元に 5 分の 1 以上の余裕があります。</translation>
    </message>
    <message>
        <source>Never limit</source>
        <translation>制限しない</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>リセット</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::UsageModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>in %1 s</source>
        <translation>%1 秒後</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>呼び出し元</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>制限</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>残り</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>All there again</source>
        <translation>全回復</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::UserModel</name>
    <message>
        <source>%1 (you)</source>
        <translation>%1（あなた）</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>無効</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>有効</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>作成日時</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::Workspace</name>
    <message>
        <source>Go to %1</source>
        <translation>%1 へ移動</translation>
    </message>
    <message>
        <source>Find a page or an action</source>
        <translation>ページや操作を検索</translation>
    </message>
    <message>
        <source>Lock the console</source>
        <translation>コンソールをロック</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>サインアウト</translation>
    </message>
</context>
<context>
    <name>gatehouse::embedded::EmbeddedServer</name>
    <message>
        <source>This program serves only its own computer; for others, run gatehouse serve. Remove the setting http.listen.</source>
        <translation>このプログラムは自分のコンピューターにだけ応答します。他のコンピューター向けには gatehouse serve を実行してください。設定 http.listen を取り除いてください。</translation>
    </message>
</context>
</TS>
