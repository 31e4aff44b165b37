package app.cadeau.browser;

/** Where the processes of engines are written down, so that a next start can end what it finds. */
public interface EngineRegister {

    /** Keeps nothing: for tests, and where nothing outlives the process. */
    EngineRegister NONE = new EngineRegister() {
        @Override
        public void started(String engine, EngineProcesses processes) {}

        @Override
        public void ended(String engine) {}
    };

    void started(String engine, EngineProcesses processes);

    void ended(String engine);
}
