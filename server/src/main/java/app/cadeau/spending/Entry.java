package app.cadeau.spending;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One move in the book: postings that sum to zero. */
record Entry(Head head, List<Posting> postings) {

    /**
     * What an entry says beside its postings.
     *
     * @param send "" where none is concerned
     * @param note for a person
     */
    record Head(Instant at, Kind kind, String account, String send, String note) {}

    enum Kind {
        /** The first reading of a wallet. */
        OPENED,
        /** Coins reserved for a send. */
        HELD,
        /** A send ended. */
        SETTLED,
        /** What was in doubt became known. */
        RESOLVED,
        /** A reading that the book did not expect. */
        MOVED
    }

    Entry {
        postings = List.copyOf(postings);
        if (postings.isEmpty() || sum(postings) != 0) {
            throw new IllegalArgumentException("the postings of " + head + " do not sum to zero: " + postings);
        }
    }

    static long sum(List<Posting> postings) {
        return postings.stream().mapToLong(Posting::coins).reduce(0, Math::addExact);
    }

    /** Collects the postings of an entry; what moves no coins is left out. */
    static final class Draft {

        private final String account;
        private final String streamer;
        private final String send;
        private final List<Posting> postings = new ArrayList<>();

        Draft(String account, String streamer, String send) {
            this.account = account;
            this.streamer = streamer;
            this.send = send;
        }

        Draft move(Book from, Book to, long coins) {
            if (coins != 0) {
                postings.add(posting(from, -coins));
                postings.add(posting(to, coins));
            }
            return this;
        }

        boolean isEmpty() {
            return postings.isEmpty();
        }

        Entry entry(Instant at, Kind kind, String note) {
            return new Entry(new Head(at, kind, account, send, note), postings);
        }

        /** Wallet and outside belong to no streamer and no send: their balances are the account's. */
        private Posting posting(Book book, long coins) {
            return switch (book) {
                case WALLET, OUTSIDE -> new Posting(book, account, "", "", coins);
                case HELD, DOUBT, SPENT, SUSPENSE -> new Posting(book, account, streamer, send, coins);
            };
        }
    }
}
