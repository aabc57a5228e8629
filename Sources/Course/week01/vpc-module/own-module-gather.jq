{modules: .[0].Modules, network: .[1]}
