package app.cadeau.browser;

import app.cadeau.accounts.AccountId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One account's isolated context in an engine. May be called from any thread; its commands run on the engine's. */
public final class Lane {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private static final Duration AFTER_LEAVING = Duration.ofSeconds(1);

    private final AccountId account;
    private final Engine engine;
    private final Context context;
    private final SavedSession session;
    private volatile boolean ended;
    private final Subject subject = new Subject();
    private final List<Tab> tabs = new CopyOnWriteArrayList<>();

    Lane(AccountId account, Engine engine, Context context, SavedSession session) {
        this.account = account;
        this.engine = engine;
        this.context = context;
        this.session = session;
    }

    public AccountId account() {
        return account;
    }

    /** A blank page with its gate shut. */
    public CompletableFuture<Tab> open(TabListener listener) {
        return begin(
                Urgency.OTHER,
                () -> Tab.open(engine, subject, context, listener).thenApply(this::keep));
    }

    private Tab keep(Tab tab) {
        tabs.removeIf(Tab::isGone);
        tabs.add(tab);
        if (ended) {
            tab.leave();
        }
        return tab;
    }

    /** Queues a short command for the engine's thread and promises its result, or {@link LaneDown}. */
    public <T extends @Nullable Object> CompletableFuture<T> ask(Urgency urgency, Callable<T> work) {
        return engine.ask(urgency, () -> subject.call(work));
    }

    /** The same for what is answered later: the engine goes on meanwhile. */
    public <T extends @Nullable Object> CompletableFuture<T> begin(
            Urgency urgency, Callable<CompletableFuture<T>> work) {
        return ask(urgency, work).thenCompose(later -> later);
    }

    /** From now on the log tells what happens in this lane as of the send that the calling thread is about. */
    public void worksForCaller() {
        subject.take();
    }

    public void worksForNobody() {
        subject.rest();
    }

    /** The same for what has no result. */
    public CompletableFuture<@Nullable Void> tell(Urgency urgency, Runnable work) {
        return engine.ask(urgency, () -> {
            subject.run(work);
            return null;
        });
    }

    /** Tells of the engine's death, once, from any thread. */
    public void onDown(Consumer<String> mourner) {
        engine.onDown(mourner);
    }

    public boolean isUp() {
        return engine.down() == null;
    }

    /** Ends the engine's processes at once, and every lane in it. */
    public void kill(String why) {
        engine.kill(why);
    }

    /** All that a session is, cookies and the pages' own storage. */
    public CompletableFuture<String> storageState() {
        return begin(Urgency.BODY, context::storageState);
    }

    /** Gives the cookies to whoever keeps the session, if they changed. */
    public void saveSession() {
        var unused = save();
    }

    private CompletableFuture<@Nullable Void> save() {
        return begin(Urgency.BODY, this::readCookies);
    }

    /** The same every now and then, until the lane ends: a kill then loses no more than that. */
    void keepSaving() {
        engine.later(engine.settings().saveEvery(), Urgency.BODY, () -> {
            if (!ended) {
                var unused = readCookies();
                keepSaving();
            }
        });
    }

    private CompletableFuture<@Nullable Void> readCookies() {
        return context.cookies().thenAccept(session::cookies).exceptionally(gone -> {
            LOG.debug("the session of {} could not be read: {}", account, gone.getMessage());
            return null;
        });
    }

    boolean hasStoredSession() {
        return session.isStored();
    }

    Engine engine() {
        return engine;
    }

    /** Leaves its pages and ends the context. Promises that its cookies were read, where they are to be kept. */
    CompletableFuture<@Nullable Void> end(boolean saving) {
        ended = true;
        CompletableFuture<@Nullable Void> saved = saving ? save() : CompletableFuture.completedFuture(null);
        engine.submit(
                Urgency.OTHER, () -> tabs.stream().filter(tab -> !tab.isGone()).forEach(Tab::leave));
        engine.later(AFTER_LEAVING, Urgency.BODY, context::end);
        return saved;
    }

    boolean isContext(String id) {
        return context.id().equals(id);
    }

    void stranger(HeldRequest request) {
        tabs.stream().filter(tab -> !tab.isGone()).forEach(tab -> tab.stranger(request));
    }
}
