shell-skip = Skip to content
