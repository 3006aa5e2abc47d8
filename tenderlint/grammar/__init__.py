"""Grammar and spelling by LanguageTool: on this machine only, and only when it is asked for."""
