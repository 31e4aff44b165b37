package app.cadeau.api;

import app.cadeau.accounts.KeyPlace;
import app.cadeau.accounts.SessionVault;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/master-key/rotate}: a new master key. It is never told, only where it lies. */
@RestController
class MasterKeyApi {

    private final SessionVault vault;
    private final KeyPlace place;
    private final TransactionTemplate transaction;

    MasterKeyApi(SessionVault vault, KeyPlace place, TransactionTemplate transaction) {
        this.vault = vault;
        this.place = place;
        this.transaction = transaction;
    }

    @PostMapping("/api/master-key/rotate")
    ResponseEntity<Object> rotate() {
        return switch (vault.rotate(place, transaction)) {
            case SessionVault.NewKey made -> ResponseEntity.ok(made);
            case SessionVault.SameKey(var why) -> Problems.of(HttpStatus.CONFLICT, "KEY_NOT_CHANGED", why);
        };
    }
}
