package be.vlaanderen.loopbaankrediet.platform.messaging;

import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import java.util.Optional;

/** Turns the stored facts of a service into what it promises others; one for each service. */
public interface Publisher {

    /**
     * @param type name and version: {@code BlockBooked.v1}
     * @param data record written as JSON
     */
    record Contract(String type, Object data) {}

    /** Short name of the service in topics and types: {@code wallet}. */
    String api();

    /** Folder name of the service, for {@code ce_source}. */
    String source();

    /** Empty when the fact is private. */
    Optional<Contract> publish(StoredEvent event);

    /** 1 where the order between keys matters to somebody who reads; then one instance of a reader does all the reading. */
    default int partitions() {
        return 3;
    }

    default String topic() {
        return "loopbaankrediet." + api();
    }
}
