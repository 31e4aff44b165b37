package app.cadeau.sends;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells who wants to show it what became of sends. A move is told when its transaction has committed, and not before. */
final class Telling {

    private static final Logger log = LoggerFactory.getLogger(Telling.class);

    private final List<SendNews> hearers = new CopyOnWriteArrayList<>();

    void add(SendNews hearer) {
        hearers.add(hearer);
    }

    /** A move of a send that has no permits out. */
    void moved(Receipt receipt) {
        moved(receipt, 0);
    }

    void moved(Receipt receipt, int armed) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    tell(receipt, armed);
                }
            });
        } else {
            tell(receipt, armed);
        }
    }

    /** No listener can harm a send. */
    void tell(Receipt receipt, int armed) {
        for (var hearer : hearers) {
            try {
                hearer.told(receipt, armed);
            } catch (RuntimeException failed) {
                log.warn("news of send {} could not be shown", receipt.id(), failed);
            }
        }
    }
}
