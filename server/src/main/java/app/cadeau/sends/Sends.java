package app.cadeau.sends;

import app.cadeau.accounts.Account;
import app.cadeau.accounts.AccountId;
import app.cadeau.accounts.Accounts;
import app.cadeau.catalogue.Gift;
import app.cadeau.catalogue.Gifts;
import app.cadeau.live.StreamerName;
import app.cadeau.livepage.LivePages;
import app.cadeau.spending.Budgets;
import app.cadeau.spending.Flaw;
import app.cadeau.spending.Ledger;
import app.cadeau.storage.Generation;
import app.cadeau.storage.Restored;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The door of the heart: asks for sends, stops them, tells what they did. Safe from every thread. */
@Component
public final class Sends implements SmartLifecycle {

    private final Workshop shop;
    private final Accounts accounts;
    private final Gifts gifts;
    private final Ledger ledger;
    private final SendQueue queue;
    private final RandomGenerator random;
    private volatile boolean running;

    Sends(
            LivePages pages,
            Accounts accounts,
            Gifts gifts,
            SendRows rows,
            Journal journal,
            Ledger ledger,
            Budgets budgets,
            TransactionTemplate transaction,
            EvidenceFolders evidence,
            Generation generation,
            InstantSource clock,
            RandomGenerator random) {
        this.accounts = accounts;
        this.gifts = gifts;
        this.ledger = ledger;
        this.random = random;
        var books = new Books(rows, ledger, budgets, transaction);
        this.shop = new Workshop(
                pages,
                accounts,
                gifts,
                rows,
                books,
                journal,
                transaction,
                new GroupMemory(),
                evidence,
                generation,
                Patience.real(),
                clock,
                SendsConfig.DEFAULT);
        this.queue = new SendQueue(shop, 1);
    }

    /**
     * Asks for a send; it is durable when this returns.
     *
     * @param idempotencyKey the same key and body answer with the same send, for ever; null for none
     * @param bodyHash of the order as it was given, to tell another order under the same key
     */
    public Submitted submit(NewSend order, @Nullable String idempotencyKey, String bodyHash) {
        var earlier =
                idempotencyKey == null ? Optional.<SendRow>empty() : shop.rows().byKey(idempotencyKey);
        if (earlier.isPresent()) {
            return replay(earlier.get(), bodyHash);
        }
        var restored = shop.restored();
        if (restored != null) {
            return new Submitted.Refused(restored, List.of());
        }
        return switch (new Order(accounts, gifts).read(order)) {
            case Order.Refused(var reason, var choices) -> new Submitted.Refused(reason, choices);
            case Order.Readable(var account, var gift) -> insert(order, account, gift, idempotencyKey, bodyHash);
        };
    }

    private Submitted insert(
            NewSend order, Account account, @Nullable Gift gift, @Nullable String key, String bodyHash) {
        if (shop.rows().count(SendState.QUEUED) >= shop.limits().queueLength()) {
            return refused(
                    Reason.Code.QUEUE_FULL,
                    "The queue holds " + shop.limits().queueLength() + " sends; wait for some.");
        }
        var row = SendRow.queued(
                SendId.next(shop.clock(), random),
                order,
                account.id(),
                gift,
                shop.clock().instant(),
                bodyHash);
        return switch (shop.books().enter(row, key)) {
            case Books.KeyTaken() ->
                replay(shop.rows().byKey(Objects.requireNonNull(key)).orElseThrow(), bodyHash);
            case Books.Refused(var reason) -> new Submitted.Refused(reason, List.of());
            case Books.Queued() -> {
                queue.wake();
                yield new Submitted.Accepted(row.receipt(), false);
            }
        };
    }

    private Submitted replay(SendRow earlier, String bodyHash) {
        return earlier.bodyHash().equals(bodyHash)
                ? new Submitted.Accepted(current(earlier), true)
                : new Submitted.KeyReused(earlier.id());
    }

    private static Submitted refused(Reason.Code code, String sentence) {
        return new Submitted.Refused(new Reason(code, sentence), List.of());
    }

    /** Opens the LIVE and reads what the send would cost and what would refuse it. Presses and creates nothing. */
    public Quoted dryRun(NewSend order) {
        return new Quoting(shop, new Order(accounts, gifts), queue).quote(order);
    }

    /** Opens the LIVE in the lane of this account, or of the default one, and tells all that it offers. Presses nothing. */
    public Looked look(StreamerName streamer, @Nullable AccountId account) {
        return new Looking(shop, queue).at(streamer, account);
    }

    /**
     * For the doctor: each thing on the LIVE's page that a send needs, and how it was found. Opens More and may select a
     * tile; presses nothing.
     *
     * @param designs the page designs to read it with, by name; empty for all
     */
    public Probed probe(StreamerName streamer, @Nullable AccountId account, List<String> designs) {
        var filing = new Filing(shop.evidence(), shop.clock(), "doctor-" + SendId.next(shop.clock(), random));
        return new Looking(shop, queue).probe(streamer, account, designs, filing);
    }

    /** Stops; when it returns no press can begin and no request can newly pass. */
    public Stopped stop(StopOrder order) {
        var stopped = new ArrayList<SendId>();
        for (var row : shop.rows().inStates(EnumSet.of(SendState.QUEUED))) {
            var reason = new Reason(Reason.Code.STOPPED_BY_MEMBER, "A member stopped it before it began.");
            var outcome = row.outcome().refused(reason, shop.clock().instant());
            if (meant(order, row.id(), row.account())
                    && shop.books().end(row, SendState.QUEUED, SendState.STOPPED, outcome)) {
                stopped.add(row.id());
            }
        }
        var draining = 0;
        for (var sender : queue.running()) {
            if (meant(order, sender.id(), sender.account().id())) {
                draining += sender.stop(Ending.BY_MEMBER);
                stopped.add(sender.id());
            }
        }
        return new Stopped(List.copyOf(stopped), draining);
    }

    private static boolean meant(StopOrder order, SendId send, AccountId account) {
        return switch (order) {
            case StopOrder.OneSend(var id) -> id.equals(send);
            case StopOrder.OneAccount(var id) -> id.equals(account);
            case StopOrder.Everything() -> true;
        };
    }

    public Optional<Receipt> receipt(SendId id) {
        return queue.running(id)
                .map(Sender::soFar)
                .or(() -> shop.rows().find(id).map(SendRow::receipt))
                .map(this::withEvidence);
    }

    private Receipt withEvidence(Receipt receipt) {
        var folder = shop.evidence().folder(receipt.id().text());
        return folder == null ? receipt : receipt.keptIn(folder.toString());
    }

    /** What was kept of the page of a send that could not use it, or that is in REVIEW. */
    public List<EvidenceFile> evidence(SendId id) {
        return shop.evidence().list(id.text());
    }

    private Receipt current(SendRow row) {
        return receipt(row.id()).orElseGet(row::receipt);
    }

    /** A page of sends, newest first. */
    public List<Receipt> list(ListQuery query) {
        return shop.rows().page(query).stream().map(this::current).toList();
    }

    /** Sends at work now. */
    public List<Receipt> running() {
        return queue.running().stream().map(Sender::soFar).toList();
    }

    /** How many sends wait. */
    public int waiting() {
        return shop.rows().count(SendState.QUEUED);
    }

    /** Nothing waits and nothing works. */
    public boolean idle() {
        return waiting() == 0 && queue.running().isEmpty();
    }

    /** Begins nothing new, of one account or of all; what runs goes on. */
    public void pause(Optional<AccountId> account) {
        queue.pause(account, true);
    }

    public void resume(Optional<AccountId> account) {
        queue.pause(account, false);
    }

    /** Begins nothing for as long as this daemon lives: it only looks, or stops. Nobody paused anything. */
    public void hold() {
        queue.hold();
    }

    public boolean held() {
        return queue.held();
    }

    /** Accounts whose waiting sends are held back, beside a pause of all. */
    public List<AccountId> pausedAccounts() {
        return queue.pausedAccounts();
    }

    public boolean paused() {
        return queue.paused();
    }

    /** Settles a REVIEW by what a person found out: {@code landed} of the gifts, with a reason that is kept. */
    public Resolved resolve(SendId id, int landed, String reason, String by) {
        var found = shop.rows().find(id);
        return found.isEmpty() ? new Resolved.NoSuchSend() : new Review(shop).settle(found.get(), landed, reason, by);
    }

    /** Reads all sends and the whole book, and says where they do not tie; an empty list is the proof. */
    public List<Flaw> audit() {
        return new Audit(shop.rows(), ledger).flaws();
    }

    /** The same over any database, such as a copy of ours; it is only read. */
    public static List<Flaw> audit(JdbcClient database, InstantSource clock) {
        var nowhere = new TransactionTemplate();
        var ledger = new Ledger(database, nowhere, new Budgets(database, clock, ZoneOffset.UTC), clock);
        return new Audit(new SendRows(database), ledger).flaws();
    }

    /** Why nothing is sent until a person has looked at the whole database; empty when it is the newest one. */
    public Optional<Restored> restored() {
        return shop.generation().restored();
    }

    /** The newest sends that a person must settle, at most 50. */
    public List<Receipt> reviews() {
        return list(new ListQuery(null, 50, SendState.REVIEW, null));
    }

    /**
     * A person has compared this database with the platform: its accounts open again.
     *
     * @param waiting what becomes of sends that wait since before; null will do when none does
     */
    public Accepted accept(@Nullable Waiting waiting, String reason) {
        var accepted = new Restoration(shop).accept(waiting, reason);
        queue.wake();
        return accepted;
    }

    @Override
    public void start() {
        new Restoration(shop).begin();
        new Recovery(shop).recover();
        queue.start();
        running = true;
    }

    /** Stops every send before the daemon ends, so that what is on its way is settled or said to be unknown. */
    @Override
    public void stop() {
        queue.close();
        for (var sender : queue.running()) {
            sender.stop(Ending.BY_DAEMON);
        }
        queue.awaitIdle(shop.limits().settleWithin().plusSeconds(2));
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
