package be.vlaanderen.loopbaankrediet.platform.eventstore;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.All;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Makes the event store of the service from its {@link EventNames} and its {@link InlineView}s. */
@ApplicationScoped
public class EventStoreBeans {

    @Produces
    @Singleton
    Transactions transactions(@DataSource("events") AgroalDataSource dataSource) {
        return new Transactions(dataSource);
    }

    @Produces
    @Singleton
    EventStore eventStore(Transactions transactions, EventNames names, @All List<InlineView> views, Clock clock) {
        return new EventStore(transactions, names, views, clock);
    }

    @Produces
    @Singleton
    Rebuild rebuild(EventStore store) {
        return new Rebuild(store);
    }

    @Produces
    @DefaultBean
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
