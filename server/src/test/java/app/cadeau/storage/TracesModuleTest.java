package app.cadeau.storage;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.TestDatabase;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** On SQLite the whole home is looked through by RemovalModuleTest; of PostgreSQL only what its tables keep is ours. */
class TracesModuleTest {

    @Test
    void rewritesTheTablesOnPostgreSqlAndSaysWhatItCannotReach() {
        var source = new SingleConnectionDataSource(TestDatabase.newPostgresUrl(), true);
        try {
            Flyway.configure().dataSource(source).load().migrate();
            var jdbc = JdbcClient.create(source);
            jdbc.sql("insert into accounts (name, exposure_cap, created_at) values ('main', 500, 0)")
                    .update();
            jdbc.sql("delete from accounts").update();
            assertThat(deadRows(jdbc)).isPositive();
            assertThat(new Traces(source, null).wipe(List.of("accounts")))
                    .singleElement()
                    .asString()
                    .contains("rotate-key");
            assertThat(deadRows(jdbc)).isZero();
        } finally {
            source.destroy();
        }
    }

    private static long deadRows(JdbcClient jdbc) {
        return jdbc.sql("select pg_relation_size('accounts')").query(Long.class).single();
    }
}
