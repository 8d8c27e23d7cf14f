# What is said of a picture that Parvis cannot take.
pictures-not-a-picture = This file is not a picture that Parvis can read. Choose a JPEG, PNG, GIF or WebP picture.
pictures-heic = This photo is in HEIC or AVIF format, which not every browser can show. Save it as JPEG and send it again.
pictures-too-many-pixels = This picture has too many pixels: 50 million at most, and 20,000 on each side. Make it smaller and send it again.
pictures-broken = This picture is damaged or incomplete. Try saving it again.
pictures-too-slow = Reading this picture takes too long. Save it in a smaller size.
pictures-too-big = This picture is too large: 40 MB at most.
pictures-busy = Many pictures are arriving right now. Try again in a minute.
pictures-missing = No picture has arrived. Choose a file and send it again.
pictures-not-loose = One of the pictures is no longer available. Take it out and add it again.
pictures-long-alt = The description of a picture is too long: { $most } characters at most.
