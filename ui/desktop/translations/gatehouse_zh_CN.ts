<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>PolicyPreview</name>
    <message>
        <source>%1 to %2</source>
        <comment>between two numbers</comment>
        <translation>%1 至 %2</translation>
    </message>
</context>
<context>
    <name>gatehouse::client::AdminSession</name>
    <message>
        <source>The username or the password is wrong</source>
        <translation>用户名或密码错误</translation>
    </message>
    <message>
        <source>Check both. After several wrong tries the server waits a minute.</source>
        <translation>请检查两者。多次输错后，服务器会等待一分钟。</translation>
    </message>
    <message>
        <source>You were signed out meanwhile</source>
        <translation>您在此期间已被退出登录</translation>
    </message>
    <message>
        <source>The session has ended or was revoked. Sign in again.</source>
        <translation>会话已结束或被撤销。请重新登录。</translation>
    </message>
</context>
<context>
    <name>gatehouse::client::CertificateProbe</name>
    <message>
        <source>It does not answer.</source>
        <translation>没有响应。</translation>
    </message>
</context>
<context>
    <name>gatehouse::client::Trouble</name>
    <message>
        <source>The server does not answer</source>
        <translation>服务器没有响应</translation>
    </message>
    <message>
        <source>Check that it runs and that this machine reaches it. The console tries again by itself.</source>
        <translation>请确认服务器正在运行，且本机可以访问它。控制台会自动重试。</translation>
    </message>
    <message>
        <source>This server does not offer it</source>
        <translation>此服务器不提供该功能</translation>
    </message>
    <message>
        <source>Its version is older than this console, or it was built without this part. Update the server.</source>
        <translation>服务器版本比此控制台旧，或构建时未包含该部分。请更新服务器。</translation>
    </message>
    <message>
        <source>You are signed out</source>
        <translation>您已退出登录</translation>
    </message>
    <message>
        <source>The session has ended or was revoked. Sign in again.</source>
        <translation>会话已结束或被撤销。请重新登录。</translation>
    </message>
    <message>
        <source>Your role does not allow this</source>
        <translation>您的角色无此权限</translation>
    </message>
    <message>
        <source>Ask an administrator to do it, or to change your role.</source>
        <translation>请管理员代为操作，或更改您的角色。</translation>
    </message>
    <message>
        <source>It is not there any more</source>
        <translation>该项已不存在</translation>
    </message>
    <message>
        <source>Somebody removed it meanwhile. Refresh to see what is there.</source>
        <translation>其间已被他人删除。请刷新查看现有内容。</translation>
    </message>
    <message>
        <source>The server refused</source>
        <translation>服务器已拒绝</translation>
    </message>
    <message>
        <source>It would break a rule, or somebody else has changed it. Refresh and try again.</source>
        <translation>这会违反规则，或已被他人更改。请刷新后重试。</translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation>请求过多</translation>
    </message>
    <message>
        <source>The server takes the next one in %1 s.</source>
        <translation>服务器将在 %1 秒后接受下一个请求。</translation>
    </message>
    <message>
        <source>The server refused what was entered</source>
        <translation>服务器拒绝了输入的内容</translation>
    </message>
    <message>
        <source>Check the input.</source>
        <translation>请检查输入。</translation>
    </message>
    <message>
        <source>The server is not ready</source>
        <translation>服务器未就绪</translation>
    </message>
    <message>
        <source>The server has failed</source>
        <translation>服务器发生故障</translation>
    </message>
    <message>
        <source>It is starting, stopping, or misses something it needs. See its health.</source>
        <translation>服务器正在启动、停止，或缺少所需组件。请查看运行状况。</translation>
    </message>
    <message>
        <source>Look into its log for the reference below.</source>
        <translation>请在其日志中查找下面的参考编号。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::AccessPage</name>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>访问</translation>
    </message>
    <message>
        <source>New user…</source>
        <translation>新建用户…</translation>
    </message>
    <message>
        <source>Make it: %1</source>
        <translation>更改角色：%1</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>New user</source>
        <translation>新建用户</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Remove the user %1 from %2?</source>
        <translation>从 %2 删除用户 %1？</translation>
    </message>
    <message>
        <source>Their sessions end at once. What they did stays in the record. This cannot be undone; disabling can.</source>
        <translation>其会话将立即结束，所做操作仍保留在审计记录中。删除无法撤销；停用则可以。</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>Who may sign in, as what, and where they are signed in; who may send secrets without an account.</source>
        <translation>谁可以登录、以何角色、在何处登录；谁可以不用账号发送机密。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::Alerts</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::AskCard</name>
    <message>
        <source>Ask for a secret</source>
        <translation>索取机密</translation>
    </message>
    <message>
        <source>How long it can be answered</source>
        <translation>可回答的时长</translation>
    </message>
    <message>
        <source>Make the link</source>
        <translation>创建链接</translation>
    </message>
    <message>
        <source>Whoever has the link can answer, once. Only this console can open the answer.</source>
        <translation>持有链接的人可以回答一次。只有此控制台能打开回答。</translation>
    </message>
    <message>
        <source>Link for the answer</source>
        <translation>回答链接</translation>
    </message>
    <message>
        <source>The password of the mail server</source>
        <translation>邮件服务器的密码</translation>
    </message>
    <message>
        <source>What is asked for</source>
        <translation>索取内容</translation>
    </message>
    <message>
        <source>Make the link to ask</source>
        <translation>生成索取链接</translation>
    </message>
    <message>
        <source>What is as&amp;ked for</source>
        <translation>索取内容(&amp;K)</translation>
    </message>
    <message>
        <source>Can be &amp;answered for</source>
        <translation>可回答时长(&amp;A)</translation>
    </message>
    <message>
        <source>Send the link to who has the secret. They enter it in a browser, where it is encrypted for this console before it leaves them; they need no account.</source>
        <translation>将链接发送给持有机密的人。对方在浏览器中输入，机密在离开前已针对此控制台加密；无需账户。</translation>
    </message>
    <message>
        <source>Copied; it is taken off the clipboard after half a minute.</source>
        <translation>已复制；半分钟后从剪贴板清除。</translation>
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
        <translation>已回答</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>已领取</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>A secret</source>
        <translation>机密</translation>
    </message>
    <message>
        <source>Asked for from here</source>
        <translation>从此处索取</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>What you ask for appears here until you sign out. The key to an answer is only in this window; save it if you close the console before it comes.</source>
        <translation>您索取的内容会显示在此处，直到您退出登录。回答的密钥只在此窗口中；如果在收到前关闭控制台，请先保存。</translation>
    </message>
    <message>
        <source>Asked %1, until %2.</source>
        <translation>索取于 %1，截至 %2。</translation>
    </message>
    <message>
        <source>Save the key to “%1”</source>
        <translation>保存“%1”的密钥</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>领取</translation>
    </message>
    <message>
        <source>Collect “%1”</source>
        <translation>领取“%1”</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::Attention</name>
    <message>
        <source>%1 does not work</source>
        <translation>%1 无法工作</translation>
    </message>
    <message>
        <source>%1 is in trouble</source>
        <translation>%1 出现问题</translation>
    </message>
    <message>
        <source>The server&apos;s last check of it failed.</source>
        <translation>服务器上次检查失败。</translation>
    </message>
    <message>
        <source>See health</source>
        <translation>查看运行状况</translation>
    </message>
    <message>
        <source>See settings</source>
        <translation>查看设置</translation>
    </message>
    <message>
        <source>See limits</source>
        <translation>查看限制</translation>
    </message>
    <message>
        <source>%1 % of requests fail</source>
        <translation>%1 % 的请求失败</translation>
    </message>
    <message>
        <source>The log says why.</source>
        <translation>原因见日志。</translation>
    </message>
    <message>
        <source>See the log</source>
        <translation>查看日志</translation>
    </message>
    <message>
        <source>A spent token was used again</source>
        <translation>已用过的令牌被再次使用</translation>
    </message>
    <message>
        <source>From %1. Somebody may have stolen it; its sessions were ended.</source>
        <translation>来自 %1。令牌可能被盗；其会话已结束。</translation>
    </message>
    <message>
        <source>See the record</source>
        <translation>查看审计记录</translation>
    </message>
    <message>
        <source>Sign-ins refused lately: %1</source>
        <translation>近期被拒绝的登录：%1</translation>
    </message>
    <message>
        <source>Somebody may be guessing passwords.</source>
        <translation>可能有人在猜测密码。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::AuditDetail</name>
    <message>
        <source>Entry</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Close the entry</source>
        <translation>关闭条目</translation>
    </message>
    <message>
        <source>As the server keeps it</source>
        <translation>服务器保存的原样</translation>
    </message>
    <message>
        <source>The raw entry</source>
        <translation>原始条目</translation>
    </message>
    <message>
        <source>Prove</source>
        <translation>证明</translation>
    </message>
    <message>
        <source>Has the server prove that this entry is in the signed record</source>
        <translation>让服务器证明此条目在已签名的记录中</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>To</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>No checkpoint covers this entry yet. The next is signed within a minute; then try again.</source>
        <translation>尚无检查点涵盖此条目。下一个将在一分钟内签名，届时请重试。</translation>
    </message>
    <message>
        <source>Proven: these bytes are entry %1 of the %2 that the checkpoint of %3 commits to.</source>
        <translation>已证明：这些字节是 %3 的检查点所承诺的 %2 条中的第 %1 条。</translation>
    </message>
    <message>
        <source>The proof does not hold. Keep a copy of the record and look into it.</source>
        <translation>证明不成立。请保留一份审计记录并进行调查。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::AuditFilterBar</name>
    <message>
        <source>When</source>
        <translation>何时</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>做了什么</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>结果如何</translation>
    </message>
    <message>
        <source>Search in the record</source>
        <translation>在审计记录中搜索</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>From which address</source>
        <translation>来自哪个地址</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>任何时间</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Any outcome</source>
        <translation>任何结果</translation>
    </message>
    <message>
        <source>Anything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Who did it</source>
        <translation>由谁执行</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>任何人</translation>
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
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>To</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::AuditPage</name>
    <message>
        <source>Entries of the record</source>
        <translation>审计记录条目</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>审计</translation>
    </message>
    <message>
        <source>Who did what, in a record that nobody can quietly change.</source>
        <translation>谁做了什么，记录在无人能悄悄更改的账册中。</translation>
    </message>
    <message>
        <source>Check the whole record</source>
        <translation>检查全部审计记录</translation>
    </message>
    <message>
        <source>Export the record…</source>
        <translation>导出审计记录…</translation>
    </message>
    <message>
        <source>Search in the record</source>
        <translation>在审计记录中搜索</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Check record</source>
        <translation>检查记录</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries, in a record that nobody can quietly change.</source>
        <translation>
            <numerusform>%Ln 条记录，无人能悄悄更改。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries found.</source>
        <translation>
            <numerusform>找到 %Ln 条。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries found so far; scroll for more.</source>
        <translation>
            <numerusform>目前找到 %Ln 条；滚动可查看更多。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>No entry of the record is like this.</source>
        <translation>没有匹配的审计条目。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>尚无任何事件</translation>
    </message>
    <message>
        <source>The first sign-in will be the first entry.</source>
        <translation>首次登录将成为第一条记录。</translation>
    </message>
    <message>
        <source>Export the record</source>
        <translation>导出审计记录</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::CertificateStep</name>
    <message>
        <source>Connecting to %1</source>
        <translation>正在连接 %1</translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation>信任此证书</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Use another server</source>
        <translation>使用其他服务器</translation>
    </message>
    <message>
        <source>Is this %1?</source>
        <translation>这是 %1 吗？</translation>
    </message>
    <message>
        <source>Nobody this computer trusts vouches for its certificate. Compare the fingerprint with the one its administrator tells you; it is remembered, and asked about again only if it changes.</source>
        <translation>本机信任的机构均未为其证书担保。请将指纹与管理员告知的指纹比对；它会被记住，仅在变更时再次询问。</translation>
    </message>
    <message>
        <source>The certificate of %1 has changed</source>
        <translation>%1 的证书已更改</translation>
    </message>
    <message>
        <source>The new one is vouched for, as after a renewal. If nobody has renewed it, somebody may stand between.</source>
        <translation>新证书有机构担保，如同续期之后。如果没有人续期，可能有人在中间拦截。</translation>
    </message>
    <message>
        <source>Nobody this computer trusts vouches for the new one. Unless its administrator tells you why, somebody stands between you and the server: do not sign in.</source>
        <translation>本机信任的机构均未为新证书担保。除非管理员告知原因，否则有人在您与服务器之间拦截：请勿登录。</translation>
    </message>
    <message>
        <source>Made out to</source>
        <translation>颁发给</translation>
    </message>
    <message>
        <source>By</source>
        <translation>颁发者</translation>
    </message>
    <message>
        <source>itself</source>
        <translation>自签名</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>It was</source>
        <translation>之前为</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>无法连接 %1</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::CommandPalette</name>
    <message>
        <source>Find a page or an action</source>
        <translation>查找页面或操作</translation>
    </message>
    <message>
        <source>Pages and actions</source>
        <translation>页面和操作</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ConfirmDialog</name>
    <message>
        <source>Type %1 to go on:</source>
        <translation>输入 %1 以继续：</translation>
    </message>
    <message>
        <source>Type %1 to go on</source>
        <translation>输入 %1 以继续</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ConnectionLabel</name>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>无响应</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ConsolePages</name>
    <message>
        <source>Watch</source>
        <translation>监控</translation>
    </message>
    <message>
        <source>Manage</source>
        <translation>管理</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>运行状况</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>审计</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>访问</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>机密</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::CopyOnce</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>The new value</source>
        <translation>新值</translation>
    </message>
    <message numerus="yes">
        <source>It leaves the clipboard by itself after %Ln seconds.</source>
        <translation>
            <numerusform>%Ln 秒后会自动从剪贴板清除。</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>It is off the clipboard again.</source>
        <translation>已从剪贴板清除。</translation>
    </message>
    <message>
        <source>Copied. It leaves the clipboard in %1 s.</source>
        <translation>已复制。%1 秒后从剪贴板清除。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::DependencyCard</name>
    <message>
        <source>ms to answer</source>
        <translation>毫秒响应</translation>
    </message>
    <message>
        <source>Last trouble seen at %1. %2</source>
        <translation>上次出现问题：%1。%2</translation>
    </message>
    <message>
        <source>No trouble seen since this console was opened.</source>
        <translation>自打开此控制台以来未发现问题。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::EventList</name>
    <message>
        <source>%1 from %2</source>
        <translation>%1，来自 %2</translation>
    </message>
    <message>
        <source>Latest events</source>
        <translation>最新事件</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::EventWords</name>
    <message>
        <source>Sign-in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Sign-out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>注册</translation>
    </message>
    <message>
        <source>Renewal of a session</source>
        <translation>续期会话</translation>
    </message>
    <message>
        <source>Second use of a spent token</source>
        <translation>重复使用已用过的令牌</translation>
    </message>
    <message>
        <source>Change of a password</source>
        <translation>更改密码</translation>
    </message>
    <message>
        <source>End of a session by somebody</source>
        <translation>由他人结束会话</translation>
    </message>
    <message>
        <source>New user</source>
        <translation>新建用户</translation>
    </message>
    <message>
        <source>Change of a user</source>
        <translation>更改用户</translation>
    </message>
    <message>
        <source>Removal of a user</source>
        <translation>移除用户</translation>
    </message>
    <message>
        <source>New token</source>
        <translation>新建令牌</translation>
    </message>
    <message>
        <source>Use of a token</source>
        <translation>使用令牌</translation>
    </message>
    <message>
        <source>Revocation of a token</source>
        <translation>吊销令牌</translation>
    </message>
    <message>
        <source>New agent</source>
        <translation>新建代理</translation>
    </message>
    <message>
        <source>Change of an agent</source>
        <translation>更改代理</translation>
    </message>
    <message>
        <source>Revocation of an agent</source>
        <translation>吊销代理</translation>
    </message>
    <message>
        <source>Agent&apos;s request</source>
        <translation>代理的请求</translation>
    </message>
    <message>
        <source>New one-time secret</source>
        <translation>新建一次性机密</translation>
    </message>
    <message>
        <source>Opening of a one-time secret</source>
        <translation>打开一次性机密</translation>
    </message>
    <message>
        <source>One-time secret expired</source>
        <translation>一次性机密已过期</translation>
    </message>
    <message>
        <source>New value of a secret</source>
        <translation>设置机密的新值</translation>
    </message>
    <message>
        <source>Generation of a secret</source>
        <translation>生成机密</translation>
    </message>
    <message>
        <source>Rotation of a secret</source>
        <translation>轮换机密</translation>
    </message>
    <message>
        <source>Export of secrets</source>
        <translation>导出机密</translation>
    </message>
    <message>
        <source>Signing key created</source>
        <translation>签名密钥已创建</translation>
    </message>
    <message>
        <source>Signing key in use</source>
        <translation>签名密钥已启用</translation>
    </message>
    <message>
        <source>Signing key retired</source>
        <translation>签名密钥已停用</translation>
    </message>
    <message>
        <source>Caller over a limit</source>
        <translation>调用方超出限制</translation>
    </message>
    <message>
        <source>Change of a limit</source>
        <translation>更改限制</translation>
    </message>
    <message>
        <source>Reset of a limit</source>
        <translation>重置限制</translation>
    </message>
    <message>
        <source>Reload of the settings</source>
        <translation>重新读取设置</translation>
    </message>
    <message>
        <source>Change of the settings</source>
        <translation>更改设置</translation>
    </message>
    <message>
        <source>Server started</source>
        <translation>服务器已启动</translation>
    </message>
    <message>
        <source>Server stopping</source>
        <translation>服务器正在停止</translation>
    </message>
    <message>
        <source>Server stopped</source>
        <translation>服务器已停止</translation>
    </message>
    <message>
        <source>Dependency in trouble</source>
        <translation>依赖项出现问题</translation>
    </message>
    <message>
        <source>Dependency recovered</source>
        <translation>依赖项已恢复</translation>
    </message>
    <message>
        <source>Entries were lost</source>
        <translation>有条目丢失</translation>
    </message>
    <message>
        <source>Export of the record</source>
        <translation>导出记录</translation>
    </message>
    <message>
        <source>Old entries removed</source>
        <translation>旧条目已删除</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>The server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Nobody known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1, at the command line</source>
        <translation>%1，在命令行</translation>
    </message>
    <message>
        <source>Request of somebody who may not</source>
        <translation>无权限者的请求</translation>
    </message>
    <message>
        <source>Burning of a one-time secret</source>
        <translation>销毁一次性机密</translation>
    </message>
    <message>
        <source>Request for a one-time secret</source>
        <translation>索要一次性机密</translation>
    </message>
    <message>
        <source>Answer to a request for a secret</source>
        <translation>答复机密索要</translation>
    </message>
    <message>
        <source>Collection of an answer</source>
        <translation>领取答复</translation>
    </message>
    <message>
        <source>Signing key only verifies</source>
        <translation>签名密钥仅用于验证</translation>
    </message>
    <message>
        <source>Webhook tried again</source>
        <translation>Webhook 已重试</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ExemptionList</name>
    <message>
        <source>Never limited</source>
        <translation>从不限制</translation>
    </message>
    <message>
        <source>Nobody: every address is under the limits.</source>
        <translation>无：所有地址均受限制。</translation>
    </message>
    <message>
        <source>Address or range</source>
        <translation>地址或范围</translation>
    </message>
    <message>
        <source>Address or range that is never limited</source>
        <translation>从不限制的地址或范围</translation>
    </message>
    <message>
        <source>Never limit this address</source>
        <translation>从不限制此地址</translation>
    </message>
    <message>
        <source>Limit %1 again</source>
        <translation>重新限制 %1</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ExportDialog</name>
    <message>
        <source>Export the names of secrets</source>
        <translation>导出机密名称</translation>
    </message>
    <message>
        <source>A .env file</source>
        <translation>.env 文件</translation>
    </message>
    <message>
        <source>Docker secrets, for Compose</source>
        <translation>Docker secrets（用于 Compose）</translation>
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
        <translation>systemd 凭据</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>No server gives values away, so this has places for them. With values, on the server&apos;s own machine:</source>
        <translation>服务器不会交出机密值，这里只留出位置。如需包含值，请在服务器本机执行：</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>已写入 %1</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::HealthPage</name>
    <message>
        <source>Health</source>
        <translation>运行状况</translation>
    </message>
    <message>
        <source>What the server needs, how fast it answers, and what goes without it.</source>
        <translation>服务器依赖什么、响应多快，以及缺少它会失去什么。</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即检查</translation>
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
        <translation>有问题</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>无法工作</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Audit record</source>
        <translation>审计记录</translation>
    </message>
    <message>
        <source>Redis</source>
        <translation>Redis</translation>
    </message>
    <message>
        <source>Without it nobody signs in and nothing is administered; tokens that were given out go on working.</source>
        <translation>缺少它，无人能登录，也无法管理；已发放的令牌仍然有效。</translation>
    </message>
    <message>
        <source>Without it no administrative act happens, as none may go unrecorded.</source>
        <translation>缺少它，不会执行任何管理操作，因为每项操作都必须记录。</translation>
    </message>
    <message>
        <source>Without it each instance counts limits by itself, or refuses, as its policy says.</source>
        <translation>缺少它，各实例按策略自行计数或直接拒绝。</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>秒</translation>
    </message>
    <message>
        <source>min</source>
        <comment>minutes</comment>
        <translation>分钟</translation>
    </message>
    <message>
        <source>h</source>
        <comment>hours</comment>
        <translation>小时</translation>
    </message>
    <message numerus="yes">
        <source>days</source>
        <comment>after the number</comment>
        <translation>
            <numerusform>天</numerusform>
        </translation>
    </message>
    <message>
        <source>One-time secrets</source>
        <translation>一次性机密</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Without it no one-time secret is taken in or handed out.</source>
        <translation>缺少它，无法接收或交付一次性机密。</translation>
    </message>
    <message>
        <source>Without it events wait here, and are told later.</source>
        <translation>缺少它，事件会在此等待，稍后再通知。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ImportDialog</name>
    <message>
        <source>Choose file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Import from a .env file</source>
        <translation>从 .env 文件导入</translation>
    </message>
    <message>
        <source>Secrets in the file</source>
        <translation>文件中的机密</translation>
    </message>
    <message>
        <source>Choose a file of lines like NAME=value. Only names that this server knows are taken; values go to the server and are not shown.</source>
        <translation>选择由 NAME=值 形式的行组成的文件。仅导入此服务器认识的名称；值会发送到服务器，不会显示。</translation>
    </message>
    <message>
        <source>%1 is larger than 1 MiB.</source>
        <translation>%1 大于 1 MiB。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>The file cannot be taken:</source>
        <translation>无法导入该文件：</translation>
    </message>
    <message>
        <source>%1 – in place of the one from: %2</source>
        <translation>%1 – 替换来源：%2</translation>
    </message>
    <message>
        <source>There is no secret of this server in the file.</source>
        <translation>文件中没有此服务器的机密。</translation>
    </message>
    <message>
        <source>All of the file is known here.</source>
        <translation>文件内容均为已知名称。</translation>
    </message>
    <message>
        <source>Left alone, as no secret of this server, twice, or without a value: %1</source>
        <translation>因不属于此服务器、重复或无值而略过：%1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>All of it is taken over.</source>
        <translation>已全部导入。</translation>
    </message>
    <message>
        <source>Some could not be taken over; the list says why.</source>
        <translation>部分未能导入；原因见列表。</translation>
    </message>
    <message>
        <source>Taking over %1…</source>
        <translation>正在导入 %1…</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::KeyTimeline</name>
    <message>
        <source>Lives of the signing keys</source>
        <translation>签名密钥的生命周期</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>正在签名</translation>
    </message>
    <message>
        <source>Still verifies</source>
        <translation>仍用于验证</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>from the next rotation on</source>
        <translation>自下次轮换起</translation>
    </message>
    <message>
        <source>%1 …%2 %3.</source>
        <comment>Signs …3f9a since 11:30.</comment>
        <translation>%1 …%2 %3。</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LanguageBox</name>
    <message>
        <source>As the system does</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Language of the console</source>
        <translation>控制台语言</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LatencyLine</name>
    <message>
        <source>Latency: %1 ms now, %2 ms at most</source>
        <translation>延迟：当前 %1 ms，最高 %2 ms</translation>
    </message>
    <message>
        <source>at most %1 ms</source>
        <translation>最高 %1 ms</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LifeChoice</name>
    <message>
        <source>10 minutes</source>
        <translation>10 分钟</translation>
    </message>
    <message>
        <source>An hour</source>
        <translation>一小时</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>一天</translation>
    </message>
    <message>
        <source>3 days</source>
        <translation>3 天</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 天</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LimitWords</name>
    <message>
        <source>Every address</source>
        <translation>每个地址</translation>
    </message>
    <message>
        <source>Every account</source>
        <translation>每个账户</translation>
    </message>
    <message>
        <source>Sign-ins by address</source>
        <translation>按地址的登录</translation>
    </message>
    <message>
        <source>Sign-ins by account</source>
        <translation>按账户的登录</translation>
    </message>
    <message>
        <source>Probes and metrics</source>
        <translation>探测与指标</translation>
    </message>
    <message>
        <source>All that one address asks for.</source>
        <translation>单个地址的全部请求。</translation>
    </message>
    <message>
        <source>All that somebody who is signed in asks for.</source>
        <translation>已登录用户的全部请求。</translation>
    </message>
    <message>
        <source>Keeps one address from guessing passwords.</source>
        <translation>防止单个地址猜测密码。</translation>
    </message>
    <message>
        <source>Keeps many addresses from guessing one.</source>
        <translation>防止多个地址猜测同一密码。</translation>
    </message>
    <message>
        <source>Apart from the rest, so that a busy caller never looks like a sick server.</source>
        <translation>与其他分开计数，使繁忙的调用方不会让服务器看似故障。</translation>
    </message>
    <message>
        <source>a second</source>
        <translation>每秒</translation>
    </message>
    <message>
        <source>a minute</source>
        <translation>每分钟</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>每小时</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>in %1 hours</source>
        <translation>（每 %1 小时）</translation>
    </message>
    <message>
        <source>in %1 minutes</source>
        <translation>（每 %1 分钟）</translation>
    </message>
    <message>
        <source>in %1 s</source>
        <translation>（每 %1 秒）</translation>
    </message>
    <message>
        <source>%1 %2, %3 at once</source>
        <comment>60 a minute, 30 at once</comment>
        <translation>%1 次 %2，一次最多 %3 次</translation>
    </message>
    <message>
        <source>one request every %1 s</source>
        <translation>每 %1 秒一个请求</translation>
    </message>
    <message>
        <source>%1 requests a second</source>
        <translation>每秒 %1 个请求</translation>
    </message>
    <message>
        <source>Who asks steadily gets %1. Who was silent for %2 s may send %3 at once.</source>
        <translation>持续请求可得%1。静默 %2 秒后可一次发送 %3 个。</translation>
    </message>
    <message>
        <source>Each instance counts for itself</source>
        <translation>各实例自行计数</translation>
    </message>
    <message>
        <source>Refuse (503)</source>
        <translation>拒绝 (503)</translation>
    </message>
    <message>
        <source>Let everybody through</source>
        <translation>全部放行</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LimitsPage</name>
    <message>
        <source>Limits</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>How much each caller may ask for. What is changed here holds from the next request on.</source>
        <translation>每个调用方可请求的数量。此处的更改自下一个请求起生效。</translation>
    </message>
    <message>
        <source>Turn all limits off…</source>
        <translation>关闭所有限制…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Turn off…</source>
        <translation>关闭…</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>Turn the limits on</source>
        <translation>开启限制</translation>
    </message>
    <message>
        <source>The limit “%1” was changed.</source>
        <translation>限制“%1”已更改。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The limit “%1” is as it was.</source>
        <translation>限制“%1”已恢复原状。</translation>
    </message>
    <message>
        <source>Who is never limited was changed.</source>
        <translation>从不限制的名单已更改。</translation>
    </message>
    <message>
        <source>It is as it was.</source>
        <translation>已恢复原状。</translation>
    </message>
    <message>
        <source>%1 has everything back.</source>
        <translation>%1 的额度已全部恢复。</translation>
    </message>
    <message>
        <source>The limits hold again.</source>
        <translation>限制再次生效。</translation>
    </message>
    <message>
        <source>Turn off all limits of %1?</source>
        <translation>关闭 %1 的所有限制？</translation>
    </message>
    <message>
        <source>Anybody may then ask for as much as they like, and guess passwords as fast as the server answers. It stays so until you turn them on again.</source>
        <translation>届时任何人都可无限请求，并以服务器的响应速度猜测密码。此状态将持续到您重新开启。</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nobody is limited any more.</source>
        <translation>不再限制任何人。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LinkBox</name>
    <message>
        <source>Copy link</source>
        <translation>复制链接</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LoadLine</name>
    <message>
        <source>%1 a second let through, %2 a second refused</source>
        <translation>每秒放行 %1，每秒拒绝 %2</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LocalSetupStep</name>
    <message>
        <source>Set up your server</source>
        <translation>设置您的服务器</translation>
    </message>
    <message>
        <source>Return takes what is proposed. All of it can be changed later.</source>
        <translation>按回车键即采用建议的设置。以后都可以更改。</translation>
    </message>
    <message>
        <source>&amp;Test the connection</source>
        <translation>测试连接(&amp;T)</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Use the &amp;keychain of this system</source>
        <translation>使用本系统的钥匙串(&amp;K)</translation>
    </message>
    <message>
        <source>It keeps the passwords of the server, and what its keys are sealed with. Without it, whoever can read the data folder has the keys.</source>
        <translation>它保管服务器的密码，以及密封其密钥所用的口令。不使用时，凡能读取数据文件夹的人都能得到密钥。</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>选择：%1</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>数据(&amp;D)</translation>
    </message>
    <message>
        <source>Folder of the server&apos;s data</source>
        <translation>服务器数据的文件夹</translation>
    </message>
    <message>
        <source>Count limits in a &amp;Redis</source>
        <translation>在 Redis 中计数限制(&amp;R)</translation>
    </message>
    <message>
        <source>So that several servers count together, and a restart forgets nothing.</source>
        <translation>使多台服务器共同计数，重启后也不会遗忘。</translation>
    </message>
    <message>
        <source>Address of Redis</source>
        <translation>Redis 的地址</translation>
    </message>
    <message>
        <source>Add&amp;ress</source>
        <translation>地址(&amp;E)</translation>
    </message>
    <message>
        <source>Speak T&amp;LS</source>
        <translation>使用 TLS(&amp;L)</translation>
    </message>
    <message>
        <source>With a certificate of your own. Only this computer can reach the server, so it also does without.</source>
        <translation>使用您自己的证书。只有本机能访问该服务器，因此不用也可以。</translation>
    </message>
    <message>
        <source>&amp;Certificate</source>
        <translation>证书(&amp;C)</translation>
    </message>
    <message>
        <source>File of the certificate and its chain</source>
        <translation>证书及其证书链的文件</translation>
    </message>
    <message>
        <source>Its ke&amp;y</source>
        <translation>其密钥(&amp;Y)</translation>
    </message>
    <message>
        <source>File of the certificate&apos;s key</source>
        <translation>证书密钥的文件</translation>
    </message>
    <message>
        <source>Trying it out</source>
        <translation>正在试用</translation>
    </message>
    <message>
        <source>Use another server</source>
        <translation>使用其他服务器</translation>
    </message>
    <message>
        <source>Without a keychain there is no safe place for its address: start this program with the variable REDIS_URL instead.</source>
        <translation>没有钥匙串就没有安全存放其地址的地方：请改用变量 REDIS_URL 启动本程序。</translation>
    </message>
    <message>
        <source>Enter the address of the Redis, or leave it out.</source>
        <translation>请输入 Redis 的地址，或不使用它。</translation>
    </message>
    <message>
        <source>Choose the files of the certificate and of its key, or leave them out.</source>
        <translation>请选择证书及其密钥的文件，或都不使用。</translation>
    </message>
    <message>
        <source>Is Redis running there, may this computer reach it, and are user and password right? With TLS the address begins with rediss://.</source>
        <translation>Redis 是否在那里运行？本机能否访问它？用户和密码是否正确？使用 TLS 时地址以 rediss:// 开头。</translation>
    </message>
    <message>
        <source>It answers: %1</source>
        <translation>它有应答：%1</translation>
    </message>
    <message>
        <source>It cannot be used here (%1). Return goes on without it.</source>
        <translation>此处无法使用（%1）。按回车键将不使用它继续。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LockScreen</name>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Nobody was here for a while. You are still signed in as %1.</source>
        <translation>已有一段时间无人操作。您仍以 %1 的身份登录。</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Password to unlock</source>
        <translation>解锁密码</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>The password is wrong.</source>
        <translation>密码错误。</translation>
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
        <translation>关闭此行</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Same request</source>
        <translation>同一请求</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
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
        <translation>在日志中搜索</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Information and worse</source>
        <translation>信息及以上</translation>
    </message>
    <message>
        <source>Warnings and worse</source>
        <translation>警告及以上</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>How bad</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Every part</source>
        <translation>所有部分</translation>
    </message>
    <message>
        <source>Part of the server</source>
        <translation>服务器的部分</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LogModel</name>
    <message>
        <source>Debug</source>
        <translation>调试</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LogsPage</name>
    <message>
        <source>Lines of the log</source>
        <translation>日志行</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>What the server writes down, as it does; secrets are masked.</source>
        <translation>服务器实时写下的内容；机密已遮盖。</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Pause or follow the log</source>
        <translation>暂停或跟随日志</translation>
    </message>
    <message>
        <source>Search in the log</source>
        <translation>在日志中搜索</translation>
    </message>
    <message>
        <source>Clear what is shown</source>
        <translation>清空显示</translation>
    </message>
    <message>
        <source>Save what is shown…</source>
        <translation>保存显示内容…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Follow the log</source>
        <translation>跟随日志</translation>
    </message>
    <message>
        <source>Pause the log</source>
        <translation>暂停日志</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>已暂停。</translation>
    </message>
    <message>
        <source>Paused. New lines that wait: %1</source>
        <translation>已暂停。等待中的新行：%1</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>No line of the log is like this.</source>
        <translation>没有匹配的日志行。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Nothing has been written yet</source>
        <translation>尚未写入任何内容</translation>
    </message>
    <message>
        <source>Lines appear here as the server writes them, from the moment this page was opened.</source>
        <translation>自打开此页面起，服务器写入的行会显示在这里。</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>保存日志</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation>已保存到 %1。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::NewTokenDialog</name>
    <message>
        <source>Good for &amp;one secret only</source>
        <translation>仅对一个机密有效(&amp;O)</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>New share token</source>
        <translation>新建共享令牌</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>一天</translation>
    </message>
    <message>
        <source>A week</source>
        <translation>一周</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>一年</translation>
    </message>
    <message>
        <source>How long the token is good</source>
        <translation>令牌的有效期</translation>
    </message>
    <message>
        <source> KiB</source>
        <translation> KiB</translation>
    </message>
    <message>
        <source>As the server allows</source>
        <translation>按服务器允许</translation>
    </message>
    <message>
        <source>Largest secret</source>
        <translation>最大的机密</translation>
    </message>
    <message>
        <source>Lets whoever has it create one-time secrets, without an account.</source>
        <translation>持有者无需账号即可创建一次性机密。</translation>
    </message>
    <message>
        <source>&amp;Good for</source>
        <translation>有效期(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Largest secret</source>
        <translation>最大的机密(&amp;L)</translation>
    </message>
    <message>
        <source>This is the token. It is shown this once; the server keeps only its hash.</source>
        <translation>这就是令牌，只显示这一次；服务器只保存其散列值。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::NewUserDialog</name>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>New user</source>
        <translation>新建用户</translation>
    </message>
    <message>
        <source>Letters, digits and underscores</source>
        <translation>字母、数字和下划线</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>角色(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>密码(&amp;P)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The password was made just now. Copy it and hand it over as a one-time secret; nobody can read it here later.</source>
        <translation>密码刚刚生成。请复制并以一次性机密的方式交付；之后任何人都无法在此查看。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::NewValueDialog</name>
    <message>
        <source>Set</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Make another</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Set %1</source>
        <translation>设置 %1</translation>
    </message>
    <message>
        <source>Make another %1</source>
        <translation>重新生成 %1</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Sent to the server and never shown again</source>
        <translation>发送到服务器后不再显示</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>值(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;The server makes it, and nobody is shown</source>
        <translation>由服务器生成，不向任何人显示(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Show it to me this once, to hand it on</source>
        <translation>仅此一次向我显示，以便转交(&amp;S)</translation>
    </message>
    <message>
        <source>Where it is kept</source>
        <translation>保存位置</translation>
    </message>
    <message>
        <source>&amp;Kept in</source>
        <translation>保存于(&amp;K)</translation>
    </message>
    <message>
        <source>It signs at once. What was signed before stays good for %1, so nobody is signed out.</source>
        <translation>立即用于签名。之前签名的内容在%1内仍有效，因此无人会被登出。</translation>
    </message>
    <message>
        <source>The one before ends. Whoever has it needs the new one.</source>
        <translation>旧值将失效。持有者需要使用新值。</translation>
    </message>
    <message>
        <source>It goes to the server and is never shown again.</source>
        <translation>该值将发送到服务器，不再显示。</translation>
    </message>
    <message>
        <source>It %1.</source>
        <translation>服务器说明：%1。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
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
        <translation>关闭提示</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Time to answer</source>
        <translation>响应时间</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>95 of 100 requests of the last moments were answered within this time.</source>
        <translation>最近的请求中有 95% 在此时间内得到响应。</translation>
    </message>
    <message>
        <source>Requests over a rate limit, which were answered with 429.</source>
        <translation>超出速率限制、以 429 响应的请求。</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需要关注</translation>
    </message>
    <message>
        <source>What it needs</source>
        <translation>依赖项</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Latest events</source>
        <translation>最新事件</translation>
    </message>
    <message>
        <source>Version %1, running for %2 %3, %4.</source>
        <comment>3.1, running for 5 hours, for production</comment>
        <translation>版本 %1，已运行 %2 %3，%4。</translation>
    </message>
    <message>
        <source>for production</source>
        <translation>用于生产</translation>
    </message>
    <message>
        <source>for development</source>
        <translation>用于开发</translation>
    </message>
    <message>
        <source>a second</source>
        <translation>每秒</translation>
    </message>
    <message>
        <source>open connections: %1</source>
        <translation>打开的连接：%1</translation>
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
        <translation>的请求失败</translation>
    </message>
    <message>
        <source>over a limit</source>
        <translation>超出限制</translation>
    </message>
    <message>
        <source>users: %1</source>
        <translation>用户：%1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1 · %2 ms</source>
        <translation>%1 · %2 ms</translation>
    </message>
    <message>
        <source>Nothing at the moment</source>
        <translation>目前没有</translation>
    </message>
    <message>
        <source>Everything the server needs works, and nobody is being refused unusually often.</source>
        <translation>服务器所需的一切均正常，也没有人被异常频繁地拒绝。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::PolicyCard</name>
    <message>
        <source>Change the limit “%1”</source>
        <translation>更改限制“%1”</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Only counts</source>
        <translation>仅计数</translation>
    </message>
    <message>
        <source>Enforced</source>
        <translation>已强制</translation>
    </message>
    <message>
        <source>%1/s let through · would have refused %2</source>
        <translation>每秒放行 %1 · 本应拒绝 %2</translation>
    </message>
    <message>
        <source>%1/s let through · refused %2 so far</source>
        <translation>每秒放行 %1 · 至今拒绝 %2</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::PolicyDialog</name>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>In a time of</source>
        <translation>时间段</translation>
    </message>
    <message>
        <source>As many as in the whole time</source>
        <translation>与整个时间段相同</translation>
    </message>
    <message>
        <source>Requests at once</source>
        <translation>同时请求数</translation>
    </message>
    <message>
        <source>Limit: %1</source>
        <translation>限制：%1</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Unit of the time</source>
        <translation>时间单位</translation>
    </message>
    <message>
        <source>Refuse it (429)</source>
        <translation>拒绝 (429)</translation>
    </message>
    <message>
        <source>Only count it (shadow mode)</source>
        <translation>仅计数（影子模式）</translation>
    </message>
    <message>
        <source>What is over the limit</source>
        <translation>超出限制的部分</translation>
    </message>
    <message>
        <source>While Redis is away</source>
        <translation>Redis 不可用时</translation>
    </message>
    <message>
        <source>&amp;Requests</source>
        <translation>请求(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;In a time of</source>
        <translation>时间段(&amp;I)</translation>
    </message>
    <message>
        <source>At &amp;once</source>
        <translation>同时(&amp;O)</translation>
    </message>
    <message>
        <source>What is o&amp;ver it</source>
        <translation>超出部分(&amp;V)</translation>
    </message>
    <message>
        <source>While Redis is &amp;away</source>
        <translation>Redis 不可用时(&amp;A)</translation>
    </message>
    <message>
        <source>As configured</source>
        <translation>按配置</translation>
    </message>
    <message>
        <source>Takes back what was changed here: what the configuration file or the environment says holds again.</source>
        <translation>撤回此处的更改：配置文件或环境变量中的值重新生效。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>The longest time is 24 hours.</source>
        <translation>最长为 24 小时。</translation>
    </message>
    <message>
        <source>Nothing changes yet.</source>
        <translation>尚无更改。</translation>
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
        <translation>最近一小时</translation>
    </message>
    <message>
        <source>In the last %1 min</source>
        <translation>最近 %1 分钟</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>These numbers cannot be tried.</source>
        <translation>无法试算这些数值。</translation>
    </message>
    <message>
        <source>Trying it on the last hour…</source>
        <translation>正在用最近一小时试算…</translation>
    </message>
    <message>
        <source>Nobody came in the last hour: there is nothing to try it on.</source>
        <translation>最近一小时没有人访问：没有可供试算的数据。</translation>
    </message>
    <message>
        <source>It would have refused more than now.</source>
        <translation>拒绝的数量会比现在多。</translation>
    </message>
    <message>
        <source>It would have refused nobody.</source>
        <translation>不会拒绝任何人。</translation>
    </message>
    <message>
        <source>It would have refused less than now.</source>
        <translation>拒绝的数量会比现在少。</translation>
    </message>
    <message>
        <source>It refuses nobody, as now.</source>
        <translation>与现在一样，不会拒绝任何人。</translation>
    </message>
    <message>
        <source>It would have refused as many as now.</source>
        <translation>拒绝的数量与现在相同。</translation>
    </message>
    <message>
        <source>In shadow mode they are only counted, and let through.</source>
        <translation>在影子模式下只计数并放行。</translation>
    </message>
    <message>
        <source>Requests are remembered by ten seconds, so the truth lies between the two numbers.</source>
        <translation>请求按十秒为单位记录，因此实际值介于两个数字之间。</translation>
    </message>
    <message>
        <source>Not in it, for want of room: requests %1.</source>
        <translation>因空间不足未计入：请求 %1。</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Callers</source>
        <translation>调用方</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>Refused as it is now</source>
        <translation>按当前设置拒绝</translation>
    </message>
    <message>
        <source>Refused with these numbers</source>
        <translation>按这些数值拒绝</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::PreferencesPanel</name>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>As the &amp;system does</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Lan&amp;guage of the console</source>
        <translation>控制台语言(&amp;G)</translation>
    </message>
    <message>
        <source>Of its texts, dates and numbers. What the server says stays in English, and a page with something entered changes when that is done.</source>
        <translation>用于文字、日期和数字。服务器发来的内容仍为英文；有未完成输入的页面在完成后才会切换。</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Closing the window leaves Gatehouse in the &amp;tray</source>
        <translation>关闭窗口后 Gatehouse 保留在托盘中(&amp;T)</translation>
    </message>
    <message>
        <source>The server in this program goes on running; the icon brings the window back, or ends both.</source>
        <translation>此程序中的服务器继续运行；通过图标可恢复窗口，或将两者一并结束。</translation>
    </message>
    <message>
        <source>This desktop shows no tray, so closing the window ends the program.</source>
        <translation>此桌面没有托盘，因此关闭窗口即结束程序。</translation>
    </message>
    <message>
        <source>&amp;Notify me of what needs attention</source>
        <translation>有事项需要关注时通知我(&amp;N)</translation>
    </message>
    <message>
        <source>While the window does not show: a server that is lost, a dependency that fails.</source>
        <translation>窗口未显示时：服务器失去连接、依赖项发生故障。</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message numerus="yes">
        <source>After %Ln minutes</source>
        <translation>
            <numerusform>%Ln 分钟后</numerusform>
        </translation>
    </message>
    <message>
        <source>Lock the console</source>
        <translation>锁定控制台</translation>
    </message>
    <message>
        <source>Lock the &amp;console</source>
        <translation>锁定控制台(&amp;C)</translation>
    </message>
    <message>
        <source>Without a key or a move of the mouse for so long, the pages are covered and the password is asked for.</source>
        <translation>在此时间内无键盘或鼠标操作，页面将被遮盖并要求输入密码。</translation>
    </message>
    <message>
        <source>Lock it when the sc&amp;reen is locked</source>
        <translation>屏幕锁定时也锁定(&amp;R)</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ProfileCard</name>
    <message>
        <source>In this program, for this computer</source>
        <translation>在此程序中，供本机使用</translation>
    </message>
    <message>
        <source>Only looked at</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>You are here</source>
        <translation>当前所在</translation>
    </message>
    <message>
        <source>Certificate %1…</source>
        <translation>证书 %1…</translation>
    </message>
    <message>
        <source>Switch to it</source>
        <translation>切换</translation>
    </message>
    <message>
        <source>Switch to %1</source>
        <translation>切换到 %1</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>更改 %1</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation>忘记 %1</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ProfileDialog</name>
    <message>
        <source>Only &amp;look at it from here: nothing can be changed</source>
        <translation>在此仅可查看：不能更改任何内容(&amp;L)</translation>
    </message>
    <message>
        <source>Add a server</source>
        <translation>添加服务器</translation>
    </message>
    <message>
        <source>Change a server</source>
        <translation>更改服务器</translation>
    </message>
    <message>
        <source>Name of the server</source>
        <translation>服务器名称</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>服务器地址</translation>
    </message>
    <message>
        <source>What the server is for</source>
        <translation>服务器用途</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>地址(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;What it is for</source>
        <translation>用途(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Colour of the server</source>
        <translation>服务器颜色</translation>
    </message>
    <message>
        <source>As what it is for</source>
        <translation>随用途</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>Enter the address of the server, such as https://gate.example.org</source>
        <translation>请输入服务器地址，例如 https://gate.example.org</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ProfileStore</name>
    <message>
        <source>This is no file of servers.</source>
        <translation>这不是服务器列表文件。</translation>
    </message>
    <message>
        <source>Server %1 in the file has no name, or no address that can be.</source>
        <translation>文件中的第 %1 个服务器没有名称，或地址无效。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ReceiveCard</name>
    <message>
        <source>Receive</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Link to open</source>
        <translation>要打开的链接</translation>
    </message>
    <message>
        <source>Passphrase, if it has one</source>
        <translation>密码短语（如有）</translation>
    </message>
    <message>
        <source>Passphrase of the secret</source>
        <translation>机密的密码短语</translation>
    </message>
    <message>
        <source>This is no whole link to a secret: it ends on # and a key.</source>
        <translation>这不是完整的机密链接：应以 # 和密钥结尾。</translation>
    </message>
    <message>
        <source>It is only here now: the server has nothing of it left.</source>
        <translation>现在它只在这里：服务器上已无任何留存。</translation>
    </message>
    <message>
        <source>Link to a secret, on whatever server</source>
        <translation>机密链接，任何服务器均可</translation>
    </message>
    <message>
        <source>With this link somebody asks you for a secret. Open it in a browser, or with “gatehouse answer”.</source>
        <translation>有人通过此链接向您索取机密。请在浏览器中打开，或使用“gatehouse answer”。</translation>
    </message>
    <message>
        <source>The link leads to your server “%1” (%2), not to the one you are at. It is not told who you are.</source>
        <translation>链接指向您的服务器“%1”（%2），而不是当前服务器。它不会得知您是谁。</translation>
    </message>
    <message>
        <source>The link leads to %1, not to the server you are at. It is not told who you are, but sees your address.</source>
        <translation>链接指向 %1，而不是您当前的服务器。它不会得知您是谁，但能看到您的地址。</translation>
    </message>
    <message>
        <source>The connection is not encrypted. What comes is, but others can see that you fetch it, or keep it from you.</source>
        <translation>连接未加密。内容本身已加密，但他人可以看到您在获取它，或阻止您获取。</translation>
    </message>
    <message>
        <source>Open it there</source>
        <translation>在那里打开</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ReceivedView</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>What was received</source>
        <translation>收到的内容</translation>
    </message>
    <message>
        <source>Copy what was received</source>
        <translation>复制收到的内容</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>A file</source>
        <translation>一个文件</translation>
    </message>
    <message>
        <source>A text, %1</source>
        <translation>一段文本，%1</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Save what was received</source>
        <translation>保存收到的内容</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::RecordCheckBar</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Reading the record…</source>
        <translation>正在读取审计记录…</translation>
    </message>
    <message>
        <source>The record does not hold together: %1.</source>
        <translation>审计记录不一致：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries hold together; checkpoints cover %1 of them. Whether the checkpoints are signed by your key, gatehouse audit verify says.</source>
        <translation>
            <numerusform>%Ln 条记录一致；检查点涵盖其中 %1 条。检查点是否由您的密钥签名，可用 gatehouse audit verify 查看。</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::RequestModel</name>
    <message>
        <source>It has been collected already, or has expired.</source>
        <translation>已被领取或已过期。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::RestrictionFields</name>
    <message>
        <source>&amp;Passphrase</source>
        <translation>密码短语(&amp;P)</translation>
    </message>
    <message>
        <source>Passphrase to open it</source>
        <translation>打开所需的密码短语</translation>
    </message>
    <message>
        <source>none; tell it another way</source>
        <translation>无；请通过其他途径告知</translation>
    </message>
    <message>
        <source>Only &amp;from</source>
        <translation>仅限来自(&amp;F)</translation>
    </message>
    <message>
        <source>Addresses it may be opened from</source>
        <translation>允许打开的地址</translation>
    </message>
    <message>
        <source>Only in &amp;countries</source>
        <translation>仅限国家/地区(&amp;C)</translation>
    </message>
    <message>
        <source>Countries it may be opened in</source>
        <translation>允许打开的国家/地区</translation>
    </message>
    <message>
        <source>Only in &amp;networks</source>
        <translation>仅限网络(&amp;N)</translation>
    </message>
    <message>
        <source>Autonomous systems it may be opened in</source>
        <translation>允许打开的自治系统</translation>
    </message>
    <message>
        <source>“%1” is no address and no range of addresses.</source>
        <translation>“%1”不是地址，也不是地址范围。</translation>
    </message>
    <message>
        <source>“%1” is no country: enter two letters, such as DE.</source>
        <translation>“%1”不是国家/地区代码：请输入两个字母，例如 DE。</translation>
    </message>
    <message>
        <source>“%1” is no network: enter its number, such as AS64496.</source>
        <translation>“%1”不是网络：请输入编号，例如 AS64496。</translation>
    </message>
    <message>
        <source>A passphrase has at least %1 characters.</source>
        <translation>密码短语至少 %1 个字符。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ReviewDialog</name>
    <message>
        <source>none</source>
        <comment>value of a setting</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>What will change</source>
        <translation>将要更改的内容</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>正在询问服务器…</translation>
    </message>
    <message>
        <source>All of it or nothing, for all instances and across restarts.</source>
        <translation>全部或全不，适用于所有实例，重启后依然有效。</translation>
    </message>
    <message>
        <source>Type %1 to go on:</source>
        <translation>输入 %1 以继续：</translation>
    </message>
    <message>
        <source>Type %1 to go on</source>
        <translation>输入 %1 以继续</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Nothing: the settings have these values already.</source>
        <translation>无：设置已是这些值。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::RotationDialog</name>
    <message>
        <source>&amp;Gracefully: nobody is signed out</source>
        <translation>平稳：无人被登出(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;At once: everything signed so far is void</source>
        <translation>立即：此前的所有签名作废(&amp;A)</translation>
    </message>
    <message>
        <source>Type %1 to go on:</source>
        <translation>输入 %1 以继续：</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>轮换</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Rotate the signing key of %1</source>
        <translation>轮换 %1 的签名密钥</translation>
    </message>
    <message>
        <source>Type %1 to go on</source>
        <translation>输入 %1 以继续</translation>
    </message>
    <message>
        <source>From then on</source>
        <translation>此后</translation>
    </message>
    <message>
        <source>For when somebody else may have the key. Everybody, you too, has to show a refresh token or sign in anew.</source>
        <translation>用于他人可能已获得密钥的情况。所有人（包括您）都须出示刷新令牌或重新登录。</translation>
    </message>
    <message>
        <source>The key that signs now goes on verifying for %1, longer than any token it signed lives.</source>
        <translation>当前签名密钥在%1内仍用于验证，长于其签名的任何令牌的有效期。</translation>
    </message>
    <message>
        <source>Void and rotate</source>
        <translation>作废并轮换</translation>
    </message>
    <message>
        <source>Another key signs. Mind: %1</source>
        <translation>已由另一密钥签名。注意：%1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SecretModel</name>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>It %1</source>
        <translation>服务器说明：%1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>使用时长</translation>
    </message>
    <message>
        <source>Next rotation</source>
        <translation>下次轮换</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SecretWords</name>
    <message>
        <source>Signs access tokens</source>
        <translation>签名访问令牌</translation>
    </message>
    <message>
        <source>Signs the requests of AI agents</source>
        <translation>签名 AI 代理的请求</translation>
    </message>
    <message>
        <source>Opens /metrics from elsewhere</source>
        <translation>从其他位置访问 /metrics</translation>
    </message>
    <message>
        <source>Redis, with its password</source>
        <translation>Redis（含密码）</translation>
    </message>
    <message>
        <source>Redis for limits alone</source>
        <translation>仅用于限制的 Redis</translation>
    </message>
    <message>
        <source>Password of Redis</source>
        <translation>Redis 密码</translation>
    </message>
    <message>
        <source>Password of the Sentinels</source>
        <translation>Sentinel 密码</translation>
    </message>
    <message>
        <source>Database, with its password</source>
        <translation>数据库（含密码）</translation>
    </message>
    <message>
        <source>Password of the database</source>
        <translation>数据库密码</translation>
    </message>
    <message>
        <source>Shown to the webhook</source>
        <translation>向 Webhook 出示</translation>
    </message>
    <message>
        <source>Signs what the webhook is sent</source>
        <translation>签名发送给 Webhook 的内容</translation>
    </message>
    <message>
        <source>Opens the encrypted files</source>
        <translation>打开加密文件</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>Made by the server</source>
        <translation>由服务器生成</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>Encrypted file</source>
        <translation>加密文件</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>密钥环</translation>
    </message>
    <message>
        <source>256 bits</source>
        <translation>256 位</translation>
    </message>
    <message>
        <source>%1 bits or more</source>
        <translation>%1 位或更多</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>弱</translation>
    </message>
    <message>
        <source>less than an hour</source>
        <translation>不到一小时</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>一小时</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hours</source>
        <translation>
            <numerusform>%Ln 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Due since %1</source>
        <translation>已逾期 %1</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>还有 %1</translation>
    </message>
    <message>
        <source>The system&apos;s keychain</source>
        <translation>系统密钥环</translation>
    </message>
    <message>
        <source>The encrypted file %1</source>
        <translation>加密文件 %1</translation>
    </message>
    <message>
        <source>the keychain</source>
        <translation>密钥环</translation>
    </message>
    <message>
        <source>%1 is now in %2.</source>
        <translation>%1 现保存于 %2。</translation>
    </message>
    <message>
        <source>The server goes by it already.</source>
        <translation>服务器已在使用。</translation>
    </message>
    <message>
        <source>The server goes by it from its next start on.</source>
        <translation>服务器将从下次启动起使用。</translation>
    </message>
    <message>
        <source>But the server goes by another, which comes first: %1. Take that away.</source>
        <translation>但服务器使用的是优先级更高的另一个：%1。请将其移除。</translation>
    </message>
    <message>
        <source>Mind: it %1.</source>
        <translation>注意，服务器说明：%1。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SecretsPage</name>
    <message>
        <source>Secrets</source>
        <translation>机密</translation>
    </message>
    <message>
        <source>Values are set here, never read.</source>
        <translation>值在此设置，绝不读取。</translation>
    </message>
    <message>
        <source>Signing keys</source>
        <translation>签名密钥</translation>
    </message>
    <message>
        <source>Rotate…</source>
        <translation>轮换…</translation>
    </message>
    <message>
        <source>Set…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Make another…</source>
        <translation>重新生成…</translation>
    </message>
    <message>
        <source>Rotate the signing key…</source>
        <translation>轮换签名密钥…</translation>
    </message>
    <message>
        <source>Import from a .env file…</source>
        <translation>从 .env 文件导入…</translation>
    </message>
    <message>
        <source>Export the names of secrets…</source>
        <translation>导出机密名称…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>%1 is weak: it %2. Make another.</source>
        <translation>%1 强度不足。服务器说明：%2。请重新生成。</translation>
    </message>
    <message>
        <source>%1 is due: rotate it.</source>
        <translation>%1 已到期：请轮换。</translation>
    </message>
    <message>
        <source>%1 is due: make another, and hand it on.</source>
        <translation>%1 已到期：请重新生成并转交。</translation>
    </message>
    <message>
        <source>Nothing can be stored yet. Start the server with a SECRETS_PASSPHRASE, under which it keeps an encrypted file, or with secrets.keychain on.</source>
        <translation>目前无法保存。请使用 SECRETS_PASSPHRASE 启动服务器（用于保护加密文件），或开启 secrets.keychain。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SendCard</name>
    <message>
        <source>%1 is too large to be handed over.</source>
        <translation>%1 过大，无法交付。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Tell &amp;me when it is opened, and from where</source>
        <translation>告知我何时何地被打开(&amp;M)</translation>
    </message>
    <message>
        <source>Make the link</source>
        <translation>创建链接</translation>
    </message>
    <message>
        <source>What is to be handed over, once. It is encrypted before it leaves this computer.</source>
        <translation>要一次性交付的内容。在离开本机之前加密。</translation>
    </message>
    <message>
        <source>Text to send</source>
        <translation>要发送的文本</translation>
    </message>
    <message>
        <source>Files to send</source>
        <translation>要发送的文件</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>How long it can be opened</source>
        <translation>可打开的时长</translation>
    </message>
    <message>
        <source>Can be &amp;opened for</source>
        <translation>可打开时长(&amp;O)</translation>
    </message>
    <message>
        <source>The link opens it once. Whoever has the link has the secret.</source>
        <translation>链接只能打开一次。持有链接者即拥有机密。</translation>
    </message>
    <message>
        <source>Link to the secret</source>
        <translation>机密的链接</translation>
    </message>
    <message>
        <source>Copied; it is taken off the clipboard after half a minute.</source>
        <translation>已复制；半分钟后从剪贴板清除。</translation>
    </message>
    <message>
        <source>%1 – Return takes it away again</source>
        <translation>%1 – 按回车键移除</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 个文件</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SentList</name>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Not opened</source>
        <translation>未打开</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>已打开</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Destroyed by you</source>
        <translation>已由您销毁</translation>
    </message>
    <message>
        <source>Locked or destroyed</source>
        <translation>已锁定或销毁</translation>
    </message>
    <message>
        <source>Opened %1 from %2.</source>
        <translation>于 %1 从 %2 打开。</translation>
    </message>
    <message>
        <source>Sent %1, until %2.</source>
        <translation>于 %1 发送，有效至 %2。</translation>
    </message>
    <message>
        <source>Failed attempts: %1.</source>
        <translation>失败尝试：%1。</translation>
    </message>
    <message>
        <source>Sent from here</source>
        <translation>从这里发送</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>What you send appears here, with who opened it and when, until you sign out.</source>
        <translation>您发送的内容及其打开者与时间会显示在这里，直到您退出登录。</translation>
    </message>
    <message>
        <source>Destroy “%1” before it is opened</source>
        <translation>在打开前销毁“%1”</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ServerChoice</name>
    <message>
        <source>Where does your server run?</source>
        <translation>您的服务器在哪里运行？</translation>
    </message>
    <message>
        <source>Both can be changed later.</source>
        <translation>两者之后均可更改。</translation>
    </message>
    <message>
        <source>&amp;Here, in this program</source>
        <translation>此处，在此程序中(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Elsewhere; connect to it</source>
        <translation>其他位置；连接到它(&amp;E)</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Starts now, for this computer only. Its data is kept in %1, its keys are made by itself.</source>
        <translation>立即启动，仅供本机使用。数据保存在 %1，密钥自动生成。</translation>
    </message>
    <message>
        <source>A Gatehouse on another machine, or one that is already running on this one.</source>
        <translation>另一台机器上的 Gatehouse，或已在本机运行的实例。</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>服务器地址</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>地址(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;What it is for</source>
        <translation>用途(&amp;W)</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Enter the address of the server, such as https://gate.example.org</source>
        <translation>请输入服务器地址，例如 https://gate.example.org</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ServerProfile</name>
    <message>
        <source>Local</source>
        <translation>本地</translation>
    </message>
    <message>
        <source>Testing</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>生产</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ServersPage</name>
    <message>
        <source>Servers</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Where this console can be. You stay signed in to each while it is open.</source>
        <translation>此控制台可连接的服务器。打开期间，您在每台服务器上保持登录。</translation>
    </message>
    <message>
        <source>Add a server…</source>
        <translation>添加服务器…</translation>
    </message>
    <message>
        <source>Import servers…</source>
        <translation>导入服务器…</translation>
    </message>
    <message>
        <source>Export servers…</source>
        <translation>导出服务器…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Add a server</source>
        <translation>添加服务器</translation>
    </message>
    <message>
        <source>Forget %1?</source>
        <translation>忘记 %1？</translation>
    </message>
    <message>
        <source>Only this console forgets it, and the certificate it knows of it; nothing happens to the server.</source>
        <translation>仅此控制台忘记它及其已知的证书；服务器不受影响。</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation>忘记 %1</translation>
    </message>
    <message>
        <source>%1 is forgotten.</source>
        <translation>已忘记 %1。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Import servers</source>
        <translation>导入服务器</translation>
    </message>
    <message>
        <source>Export servers</source>
        <translation>导出服务器</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>Servers imported: %1.</source>
        <translation>已导入服务器：%1。</translation>
    </message>
    <message>
        <source>Saved to %1. It holds no passwords.</source>
        <translation>已保存到 %1。其中不含密码。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>Here already, and left as they are: %1.</source>
        <translation>已存在、保持不变的服务器：%1</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SessionList</name>
    <message>
        <source>Sessions</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>End all</source>
        <translation>全部结束</translation>
    </message>
    <message>
        <source>Nobody chosen</source>
        <translation>未选择</translation>
    </message>
    <message>
        <source>Choose a user to see where they are signed in.</source>
        <translation>选择用户以查看其登录位置。</translation>
    </message>
    <message>
        <source>Sessions of %1</source>
        <translation>%1 的会话</translation>
    </message>
    <message>
        <source>Signed in nowhere</source>
        <translation>未在任何位置登录</translation>
    </message>
    <message>
        <source>%1 has no session.</source>
        <translation>%1 没有会话。</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>Last used %1 · ends %2</source>
        <translation>上次使用 %1 · 结束于 %2</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>End the session of %1 from %2</source>
        <translation>结束 %1 来自 %2 的会话</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SessionMemory</name>
    <message>
        <source>The keychain of this system could not be used (%1). You work as always, but are not remembered.</source>
        <translation>无法使用系统钥匙串（%1）。您可以照常工作，但不会被记住。</translation>
    </message>
    <message>
        <source>The keychain of this system could not be opened (%1). Sign in with your password.</source>
        <translation>无法打开系统钥匙串（%1）。请使用密码登录。</translation>
    </message>
    <message>
        <source>The keychain of this system is locked, or has lost what it kept. Sign in with your password.</source>
        <translation>系统钥匙串已锁定，或已丢失所保存的内容。请使用密码登录。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SettingEditor</name>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>As configured</source>
        <translation>按配置</translation>
    </message>
    <message>
        <source>Close the setting</source>
        <translation>关闭设置</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>新值</translation>
    </message>
    <message>
        <source>Takes back the change: what the configuration file or the environment says holds again.</source>
        <translation>撤回更改：配置文件或环境变量中的值重新生效。</translation>
    </message>
    <message>
        <source>none</source>
        <comment>value of a setting</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>当前生效</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>The server reads this one only when it starts. Change it in its file, environment or flags, and start it again.</source>
        <translation>服务器仅在启动时读取此项。请在其文件、环境变量或启动参数中更改，然后重新启动。</translation>
    </message>
    <message>
        <source>Only administrators change settings.</source>
        <translation>只有管理员可以更改设置。</translation>
    </message>
    <message>
        <source>One on each line. Nothing holds before you apply it.</source>
        <translation>每行一个。应用之前不会生效。</translation>
    </message>
    <message>
        <source>Nothing holds before you apply it.</source>
        <translation>应用之前不会生效。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SettingModel</name>
    <message>
        <source>Not applied yet</source>
        <translation>尚未应用</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>Changed while running</source>
        <translation>运行时更改</translation>
    </message>
    <message>
        <source>as configured</source>
        <translation>按配置</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>来源</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SettingsPage</name>
    <message>
        <source>Settings of the server</source>
        <translation>服务器设置</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>What the server goes by, and where each value comes from.</source>
        <translation>服务器所依据的设置，以及每个值的来源。</translation>
    </message>
    <message>
        <source>Search in the settings</source>
        <translation>在设置中搜索</translation>
    </message>
    <message>
        <source>Every section</source>
        <translation>所有分区</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>所有设置</translation>
    </message>
    <message>
        <source>Not the default</source>
        <translation>非默认值</translation>
    </message>
    <message>
        <source>Changeable while running</source>
        <translation>可在运行时更改</translation>
    </message>
    <message>
        <source>Not applied yet</source>
        <translation>尚未应用</translation>
    </message>
    <message>
        <source>Which settings</source>
        <translation>哪些设置</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>审阅…</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>This console</source>
        <translation>此控制台</translation>
    </message>
    <message>
        <source>Settings of this console</source>
        <translation>此控制台的设置</translation>
    </message>
    <message>
        <source>Review and apply changed settings…</source>
        <translation>审阅并应用已更改的设置…</translation>
    </message>
    <message>
        <source>Discard changed settings</source>
        <translation>放弃已更改的设置</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>No setting is like this.</source>
        <translation>没有匹配的设置。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Changed, but not applied yet: %1</source>
        <translation>已更改但尚未应用：%1</translation>
    </message>
    <message>
        <source>Changed, and in force: %1.</source>
        <translation>已更改并生效：%1。</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>撤销…</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SharePage</name>
    <message>
        <source>Share</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>Hand over a password or a file so that it can be opened once, and only with the link.</source>
        <translation>交付密码或文件，只能凭链接打开一次。</translation>
    </message>
    <message>
        <source>Send a new secret</source>
        <translation>发送新机密</translation>
    </message>
    <message>
        <source>See what was opened</source>
        <translation>查看打开情况</translation>
    </message>
    <message>
        <source>Destroy “%1”?</source>
        <translation>销毁“%1”？</translation>
    </message>
    <message>
        <source>Its link opens nothing any more. This cannot be undone.</source>
        <translation>其链接将不再有效。此操作无法撤销。</translation>
    </message>
    <message>
        <source>Destroy it</source>
        <translation>销毁</translation>
    </message>
    <message>
        <source>“%1” is gone.</source>
        <translation>“%1”已销毁。</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Ask for one</source>
        <translation>索取</translation>
    </message>
    <message>
        <source>Ask for a secret</source>
        <translation>索取机密</translation>
    </message>
    <message>
        <source>Save the key to the answer</source>
        <translation>保存回答的密钥</translation>
    </message>
    <message>
        <source>The key is of no use any more: the answer was collected, or there is none.</source>
        <translation>密钥已无用：回答已被领取，或没有回答。</translation>
    </message>
    <message>
        <source>Saved as %1. “gatehouse collect” opens the answer with it; so does whoever else has it.</source>
        <translation>已保存为 %1。“gatehouse collect”可用它打开回答；其他持有它的人也可以。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SharingWords</name>
    <message>
        <source>this server wants a token from who sends (HAKANAI_TOKEN or --token-file)</source>
        <translation>此服务器要求发送者提供令牌（HAKANAI_TOKEN 或 --token-file）</translation>
    </message>
    <message>
        <source>the server does not know this token, or it has ended</source>
        <translation>服务器不认识此令牌，或令牌已失效</translation>
    </message>
    <message>
        <source>this server takes no secrets</source>
        <translation>此服务器不接受机密</translation>
    </message>
    <message>
        <source>this server takes no secrets any more</source>
        <translation>此服务器不再接受机密</translation>
    </message>
    <message>
        <source>the passphrase is missing or wrong; a few wrong ones end the secret</source>
        <translation>密码短语缺失或错误；输错几次后机密将被销毁</translation>
    </message>
    <message>
        <source>it may not be taken from this address, country or network</source>
        <translation>不允许从此地址、国家/地区或网络打开</translation>
    </message>
    <message>
        <source>there is no such secret: it has expired, or the link is wrong</source>
        <translation>没有这样的机密：已过期，或链接有误</translation>
    </message>
    <message>
        <source>it has been taken already; if not by you, tell who sent it</source>
        <translation>已被打开；若非您所为，请告知发送者</translation>
    </message>
    <message>
        <source>the receipt is not valid</source>
        <translation>回执无效</translation>
    </message>
    <message>
        <source>there is no such secret, or the receipt is not its</source>
        <translation>没有这样的机密，或回执与之不符</translation>
    </message>
    <message>
        <source>it is too late: it has been taken, has expired or was burned</source>
        <translation>为时已晚：已被打开、已过期或已销毁</translation>
    </message>
    <message>
        <source>this server wants a token from who asks</source>
        <translation>此服务器要求请求者提供令牌</translation>
    </message>
    <message>
        <source>that is not allowed here</source>
        <translation>此处不允许</translation>
    </message>
    <message>
        <source>there is no such request, or nothing yet: it has expired, or nobody has answered</source>
        <translation>没有这样的请求，或尚无内容：已过期，或无人回复</translation>
    </message>
    <message>
        <source>it has been answered or collected already</source>
        <translation>已被回复或领取</translation>
    </message>
    <message>
        <source>too many requests</source>
        <translation>请求过多</translation>
    </message>
    <message>
        <source>it is larger than this server takes from you</source>
        <translation>超出此服务器允许您发送的大小</translation>
    </message>
    <message>
        <source>the server&apos;s answer makes no sense: is this its address?</source>
        <translation>服务器的响应无法理解：地址正确吗？</translation>
    </message>
    <message>
        <source>what the server handed out is nothing that was encrypted</source>
        <translation>服务器交出的内容并非加密内容</translation>
    </message>
    <message>
        <source>it was decrypted, but is not what the link is for; nothing of it is shown</source>
        <translation>已解密，但并非链接所指的内容；不予显示</translation>
    </message>
    <message>
        <source>this is nothing that was encrypted</source>
        <translation>这不是加密内容</translation>
    </message>
    <message>
        <source>it cannot be decrypted: the key is wrong, or it was altered</source>
        <translation>无法解密：密钥错误，或内容被篡改</translation>
    </message>
    <message>
        <source>it was decrypted, but its content is in no form that is known here</source>
        <translation>已解密，但内容格式未知</translation>
    </message>
    <message>
        <source>more than 2 GiB cannot be encrypted at once</source>
        <translation>无法一次加密超过 2 GiB</translation>
    </message>
    <message>
        <source>the encryption failed</source>
        <translation>加密失败</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SideBar</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SignIn</name>
    <message>
        <source>Sign in to %1</source>
        <translation>登录 %1</translation>
    </message>
    <message>
        <source>Create the administrator</source>
        <translation>创建管理员</translation>
    </message>
    <message>
        <source>The first user of a server runs it. Others are added later, on the page Access.</source>
        <translation>服务器的首个用户即为管理者。其他用户稍后在“访问”页面添加。</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Create and sign in</source>
        <translation>创建并登录</translation>
    </message>
    <message>
        <source>At least 8 characters, with letters of either case, a digit and a sign.</source>
        <translation>至少 8 个字符，包含大小写字母、数字和符号。</translation>
    </message>
    <message>
        <source>Setup code, as the server printed it when it first started</source>
        <translation>服务器首次启动时显示的设置码</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>正在登录</translation>
    </message>
    <message>
        <source>Use another server</source>
        <translation>使用其他服务器</translation>
    </message>
    <message>
        <source>&amp;Remember me on this computer</source>
        <translation>在此计算机上记住我(&amp;R)</translation>
    </message>
    <message>
        <source>Keeps this session, not the password, in the keychain of this system.</source>
        <translation>将此会话（而非密码）保存在系统的钥匙串中。</translation>
    </message>
    <message>
        <source>Looking whether you are still signed in</source>
        <translation>正在检查您是否仍处于登录状态</translation>
    </message>
    <message>
        <source>The way to this server is not encrypted: whoever is on it can read your password.</source>
        <translation>与此服务器的连接未加密：途中的任何人都能读取您的密码。</translation>
    </message>
    <message>
        <source>Sign in without encryption</source>
        <translation>不加密登录</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::Starting</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Use another server</source>
        <translation>使用其他服务器</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>The server did not start</source>
        <translation>服务器未能启动</translation>
    </message>
    <message>
        <source>Starting the server</source>
        <translation>正在启动服务器</translation>
    </message>
    <message>
        <source>It keeps its data in %1.</source>
        <translation>其数据保存在 %1。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::StatePanel</name>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Reference: %1</source>
        <translation>参考编号：%1</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::StatefulArea</name>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>%1 秒前</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 分钟前</translation>
    </message>
    <message>
        <source>%1. What is shown was read %2, at %3.</source>
        <translation>%1。所示内容读取于%2（%3）。</translation>
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
        <translation>排序方式</translation>
    </message>
    <message>
        <source>Copy the row</source>
        <translation>复制此行</translation>
    </message>
    <message>
        <source>As they come</source>
        <translation>原有顺序</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::TokenList</name>
    <message>
        <source>Share tokens</source>
        <translation>共享令牌</translation>
    </message>
    <message>
        <source>New share token…</source>
        <translation>新建共享令牌…</translation>
    </message>
    <message>
        <source>Revoke the token…</source>
        <translation>吊销令牌…</translation>
    </message>
    <message>
        <source>New token</source>
        <translation>新建令牌</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>吊销…</translation>
    </message>
    <message>
        <source>No share tokens</source>
        <translation>没有共享令牌</translation>
    </message>
    <message>
        <source>Revoke the token “%1” of %2 on %3?</source>
        <translation>要吊销 %3 上由 %2 创建的令牌“%1”吗？</translation>
    </message>
    <message>
        <source>Nobody can create secrets with it any more, nor with tokens that were made by it. Secrets that wait stay.</source>
        <translation>此后无人能用它或由它创建的令牌创建机密。等待中的机密会保留。</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>吊销</translation>
    </message>
    <message>
        <source>A token lets somebody without an account create one-time secrets.</source>
        <translation>有了令牌，没有账号的人也能创建一次性机密。</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::TokenModel</name>
    <message>
        <source>Admin token</source>
        <translation>管理令牌</translation>
    </message>
    <message>
        <source>For one secret</source>
        <translation>用于一个机密</translation>
    </message>
    <message>
        <source>Share token</source>
        <translation>共享令牌</translation>
    </message>
    <message>
        <source>The first start</source>
        <translation>首次启动</translation>
    </message>
    <message>
        <source>As the server</source>
        <translation>同服务器</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>创建者</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>至</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::TopBar</name>
    <message>
        <source>Look as the system does</source>
        <translation>外观跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Server: %1, %2</source>
        <translation>服务器：%1，%2</translation>
    </message>
    <message>
        <source>Only looked at</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Nothing is changed on this server from here; the page Servers says otherwise.</source>
        <translation>在此不能更改此服务器；可在“服务器”页面修改。</translation>
    </message>
    <message>
        <source>Find a page or an action</source>
        <translation>查找页面或操作</translation>
    </message>
    <message>
        <source>Account: %1, %2</source>
        <translation>账户：%1，%2</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::TrafficChart</name>
    <message>
        <source>Requests, refusals and errors over time</source>
        <translation>请求、拒绝和错误随时间变化</translation>
    </message>
    <message>
        <source>Requests a second</source>
        <translation>每秒请求数</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Chart of requests, refusals and errors a second; the table has the numbers</source>
        <translation>每秒请求、拒绝和错误的图表；数字见表格</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 分钟</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>天</translation>
    </message>
    <message>
        <source>Show the numbers</source>
        <translation>显示数字</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::TrafficTable</name>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Requests/s</source>
        <translation>请求/秒</translation>
    </message>
    <message>
        <source>Refused/s</source>
        <translation>拒绝/秒</translation>
    </message>
    <message>
        <source>Errors/s</source>
        <translation>错误/秒</translation>
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
        <translation>打开 Gatehouse(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Start the server</source>
        <translation>启动服务器(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;top the server</source>
        <translation>停止服务器(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Restart the server</source>
        <translation>重启服务器(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>The server in this program does not run</source>
        <translation>此程序中的服务器未运行</translation>
    </message>
    <message>
        <source>The server starts</source>
        <translation>服务器正在启动</translation>
    </message>
    <message>
        <source>The server runs</source>
        <translation>服务器正在运行</translation>
    </message>
    <message>
        <source>The server stops</source>
        <translation>服务器正在停止</translation>
    </message>
    <message>
        <source>The server could not start</source>
        <translation>服务器无法启动</translation>
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
        <translation>接近或超出限制者</translation>
    </message>
    <message>
        <source>Near or over a limit</source>
        <translation>接近或超出限制</translation>
    </message>
    <message>
        <source>Give the caller everything back</source>
        <translation>恢复该调用方的全部额度</translation>
    </message>
    <message>
        <source>Never limit the caller</source>
        <translation>从不限制该调用方</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Every caller has more than a fifth left.</source>
        <translation>每个调用方剩余均超过五分之一。</translation>
    </message>
    <message>
        <source>Never limit</source>
        <translation>从不限制</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
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
        <translation>%1 秒后</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>调用方</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>All there again</source>
        <translation>完全恢复</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::UserModel</name>
    <message>
        <source>%1 (you)</source>
        <translation>%1（您）</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::Workspace</name>
    <message>
        <source>Go to %1</source>
        <translation>转到 %1</translation>
    </message>
    <message>
        <source>Find a page or an action</source>
        <translation>查找页面或操作</translation>
    </message>
    <message>
        <source>Lock the console</source>
        <translation>锁定控制台</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
</context>
<context>
    <name>gatehouse::embedded::EmbeddedServer</name>
    <message>
        <source>This program serves only its own computer; for others, run gatehouse serve. Remove the setting http.listen.</source>
        <translation>此程序仅服务于本机；如需服务其他计算机，请运行 gatehouse serve。请移除设置 http.listen。</translation>
    </message>
</context>
</TS>
