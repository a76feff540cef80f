// Tells ThreadSanitizer of the two ways our code hands work to another thread inside Qt, and does not let it be misled by
// QProcess. Debian's Qt is not built with the sanitizer, so that the locks and queues in it are not seen, and all that a thread
// does with what it was handed would look like a race. (QMutex announces itself, in Qt's headers; QThread is a pthread.)
//
// Linked into every program of the `tsan` preset and nothing else. The functions below stand in front of Qt's own.

#include <QMetaObject>
#include <QObject>
#include <QThreadPool>

#include <cstdarg>
#include <memory>

#include <dlfcn.h>
#include <sanitizer/tsan_interface.h>
#include <sys/types.h>

namespace {

/// A call that happens after the thread that asked for it, and, for a blocking call, before that thread goes on.
class OrderedCall final : public QtPrivate::QSlotObjectBase
{
public:
    /// Takes over `call`. `done`, where it is not null, outlives this.
    OrderedCall(QtPrivate::QSlotObjectBase *call, void *done)
        : QSlotObjectBase(&OrderedCall::operate)
        , m_call(call)
        , m_done(done)
    {
        __tsan_release(this);
    }

private:
    static void operate(int operation, QSlotObjectBase *base, QObject *receiver, void **arguments, bool * /*equal*/)
    {
        auto *self = static_cast<OrderedCall *>(base);
        __tsan_acquire(self);
        if (operation == Call) {
            self->m_call->call(receiver, arguments);
            __tsan_release(self);
        } else if (operation == Destroy) {
            self->m_call->destroyIfLastRef();
            if (self->m_done)
                __tsan_release(self->m_done);
            delete self;
        }
    }

    QtPrivate::QSlotObjectBase *m_call;
    void *m_done;
};

/// Qt's own function of the name that the linker knows.
template<typename Function> Function *qtsOwn(const char *linkerName)
{
    return reinterpret_cast<Function *>(dlsym(RTLD_NEXT, linkerName));
}

} // namespace

bool QMetaObject::invokeMethodImpl(QObject *object, QtPrivate::QSlotObjectBase *slot, Qt::ConnectionType type, void *ret)
{
    using Invoke = bool(QObject *, QtPrivate::QSlotObjectBase *, Qt::ConnectionType, void *);
    static Invoke *const invoke =
        qtsOwn<Invoke>("_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv");
    char done = 0;
    const bool invoked = invoke(object, new OrderedCall(slot, type == Qt::BlockingQueuedConnection ? &done : nullptr), type, ret);
    __tsan_acquire(&done);
    return invoked;
}

extern "C" int __clone(int (*function)(void *), void *stack, int flags, void *argument,
                       ...); // NOLINT(bugprone-reserved-identifier): glibc's

/// Stands in front of the sanitizer's own, which takes what QProcess starts for a fork: that child shares our memory until it is
/// another program (CLONE_VM, CLONE_VFORK), so what is noted in it, that nothing is to be looked at any more, would hold for us.
extern "C" int clone(int (*function)(void *), void *stack, int flags, void *argument, ...)
{
    va_list more;
    va_start(more, argument);
    auto *const parentId = va_arg(more, pid_t *);
    void *const storage = va_arg(more, void *);
    auto *const childId = va_arg(more, pid_t *);
    va_end(more);
    return __clone(function, stack, flags, argument, parentId, storage, childId);
}

void QThreadPool::start(std::function<void()> functionToRun, int priority)
{
    using Start = void(QThreadPool *, std::function<void()>, int);
    static Start *const start = qtsOwn<Start>("_ZN11QThreadPool5startESt8functionIFvvEEi");
    auto order = std::make_shared<char>();
    std::function<void()> ordered = [order, work = std::move(functionToRun)] {
        __tsan_acquire(order.get());
        work();
    };
    __tsan_release(order.get()); // the last thing done here: all of `ordered` is written
    start(this, std::move(ordered), priority);
}
