package app.cadeau.sends;

import app.cadeau.accounts.AccountId;
import app.cadeau.accounts.Accounts;
import app.cadeau.catalogue.Gifts;
import app.cadeau.live.StreamerName;
import app.cadeau.livepage.LivePages;
import app.cadeau.spending.Budgets;
import app.cadeau.spending.Flaw;
import app.cadeau.spending.Ledger;
import app.cadeau.storage.Generation;
import app.cadeau.storage.Restored;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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
    private final Ledger ledger;
    private final SendQueue queue;
    private final Receipts receipts;
    private final Order orders;
    private final Submitting submitting;
    private final Spreading spreading;
    private final RandomGenerator random;
    private volatile boolean running;

    Sends(
            LivePages pages,
            Accounts accounts,
            Gifts gifts,
            SendRows rows,
            WaitingRows waiting,
            Pauses pauses,
            Journal journal,
            Ledger ledger,
            Budgets budgets,
            TransactionTemplate transaction,
            EvidenceFolders evidence,
            Generation generation,
            Admission admission,
            InstantSource clock,
            RandomGenerator random) {
        this.ledger = ledger;
        this.random = random;
        var books = new Books(rows, waiting, ledger, budgets, transaction);
        this.shop = new Workshop(
                pages,
                accounts,
                gifts,
                new OffersSeen(),
                rows,
                waiting,
                pauses,
                books,
                journal,
                transaction,
                new GroupMemory(),
                new Siblings(),
                new Headroom(admission.carried()),
                evidence,
                generation,
                Patience.real(),
                clock,
                SendsConfig.DEFAULT.withMostSupporters(admission.supporters()));
        this.queue = new SendQueue(shop, shop.headroom()::lanes);
        this.receipts = new Receipts(shop, queue);
        this.orders = new Order(accounts, gifts);
        this.submitting = new Submitting(shop, orders, queue, receipts, random);
        this.spreading = new Spreading(shop, orders, queue, receipts, random);
    }

    /**
     * Asks for a send; it is durable when this returns.
     *
     * @param idempotencyKey the same key and body answer with the same send, for ever; null for none
     * @param bodyHash of the order as it was given, to tell another order under the same key
     */
    public Submitted submit(NewSend order, @Nullable String idempotencyKey, String bodyHash) {
        return submitting.submit(order, idempotencyKey, bodyHash);
    }

    /** The same for an order that several accounts give together: a send for each, all of them or none. */
    public Spread spread(NewCampaign order, @Nullable String idempotencyKey, String bodyHash) {
        return spreading.spread(order, idempotencyKey, bodyHash);
    }

    public Optional<Campaign> campaign(CampaignId id) {
        return spreading.find(id);
    }

    /** Opens the LIVE and reads what the send would cost and what would refuse it. Presses and creates nothing. */
    public Quoted dryRun(NewSend order) {
        return new Quoting(shop, orders, queue).quote(order);
    }

    /** The same at once, from what is known already; opens nothing. */
    public Quoted estimate(NewSend order) {
        return new Estimating(shop, orders).estimate(order);
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
        var filing = new Filing(shop.evidence(), shop.clock(), EvidenceName.look(shop, account, random));
        return new Looking(shop, queue).probe(streamer, account, designs, filing);
    }

    /** Does something else with an account while no send and no look works with it; nothing when its work took too long. */
    public <T> Optional<T> meanwhile(AccountId account, Supplier<T> work) {
        try (var turn = queue.look(account)) {
            return turn == null ? Optional.empty() : Optional.of(work.get());
        }
    }

    /**
     * Leaves the pages of an account that was removed and overwrites the pictures of its sends; the books stay.
     *
     * @return how many folders of pictures are gone
     */
    public int forget(AccountId account) {
        shop.pages().forget(account);
        return shop.evidence().forget(name -> EvidenceName.isOf(name, account, shop));
    }

    /** Stops; when it returns no press can begin and no request can newly pass. */
    public Stopped stop(StopOrder order) {
        return queue.stop(order);
    }

    public Optional<Receipt> receipt(SendId id) {
        return receipts.of(id);
    }

    /** From now on tells this listener what becomes of sends. */
    public void tell(SendNews hearer) {
        shop.books().telling().add(hearer);
    }

    /** What was kept of the page of a send that could not use it, or that is in REVIEW. */
    public List<EvidenceFile> evidence(SendId id) {
        return shop.evidence().list(id.text());
    }

    /** The lines of a send's journal after number {@code after}, the first being 0; at most {@code limit}. */
    public List<JournalLine> journal(SendId id, int after, int limit) {
        return shop.journal().page(id, after, limit);
    }

    /** A page of sends, newest first. */
    public List<Receipt> list(ListQuery query) {
        return shop.rows().page(query).stream().map(receipts::of).toList();
    }

    /** Sends at work now, and those that were cut off and are being reconciled. */
    public List<Receipt> running() {
        return receipts.running();
    }

    /** How many sends may be at work at once, how many are, and at how much of their pace. */
    public Machine machine() {
        return queue.machine();
    }

    /** How many sends wait. */
    public int waiting() {
        return shop.rows().count(SendState.QUEUED);
    }

    /** Nothing works, and nothing waits but what is paused. */
    public boolean idle() {
        return queue.running().isEmpty()
                && queue.reconciled()
                && (shop.restored() != null
                        || shop.waiting().accounts().stream().allMatch(shop.pauses()::holds));
    }

    /** Begins nothing new, of one account or of all; what runs goes on. */
    public void pause(Optional<AccountId> account) {
        shop.pauses().pause(account);
    }

    public void resume(Optional<AccountId> account) {
        queue.resume(account);
    }

    /** Begins nothing for as long as this daemon lives: it only looks, or stops. Nobody paused anything. */
    public void hold() {
        queue.hold();
    }

    public boolean held() {
        return queue.held();
    }

    /**
     * The machine's clock was set, or the machine slept: what runs presses no more and is settled by the time that it began
     * with; nothing begins until then.
     *
     * @param by how far; negative when it went back
     * @param agree takes the new time, when nothing is at work that has deadlines of the old one
     */
    public void clockJumped(Duration by, Runnable agree) {
        queue.pauseFor(new Ending(Reason.clockJumped(by), false), agree);
    }

    /** Accounts whose waiting sends are held back, beside a pause of all. */
    public List<AccountId> pausedAccounts() {
        return shop.pauses().accounts();
    }

    public boolean paused() {
        return shop.pauses().all();
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
        Halt.all(queue.running(), Ending.BY_DAEMON);
        queue.awaitIdle(shop.limits().settleWithin().plusSeconds(2));
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
