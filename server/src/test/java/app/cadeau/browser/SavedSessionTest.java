package app.cadeau.browser;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.accounts.AccountId;
import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SavedSessionTest {

    private final List<String> saved = new ArrayList<>();
    private @Nullable String stored;
    private final SavedSession session =
            new SavedSession(new AccountId("main"), Optional.empty(), store(), Runnable::run);

    @Test
    void savesEachChangeOnce() {
        session.cookies(cookie("one"));
        session.cookies(cookie("one"));
        session.cookies(cookie("two"));
        assertThat(saved).hasSize(2);
        assertThat(session.isStored()).isTrue();
    }

    @Test
    void leavesASessionAloneThatWasImportedMeanwhile() {
        session.cookies(cookie("one"));
        stored = "imported";
        session.cookies(cookie("two"));
        assertThat(stored).isEqualTo("imported");
        assertThat(session.isStored()).isFalse();
    }

    private static JsonArray cookie(String value) {
        return JsonParser.parseString("[{'name':'sessionid','value':'" + value + "','domain':'127.0.0.1','path':'/'}]")
                .getAsJsonArray();
    }

    private StoredSessions store() {
        return new StoredSessions() {
            @Override
            public Optional<String> storageState(AccountId account) {
                return Optional.ofNullable(stored);
            }

            @Override
            public void saved(AccountId account, String storageState) {
                stored = storageState;
                saved.add(storageState);
            }
        };
    }
}
